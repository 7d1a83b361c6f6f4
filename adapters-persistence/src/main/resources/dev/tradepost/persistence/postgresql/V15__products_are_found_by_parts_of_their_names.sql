-- A part of a name is found by its trigrams. The extension comes with PostgreSQL, but not with every
-- package of it, and not everybody may create it: names are read one after the other then.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX products_by_parts_of_names ON products USING gin (LOWER(name) gin_trgm_ops);
EXCEPTION
  WHEN feature_not_supported OR undefined_file OR undefined_object OR insufficient_privilege THEN
    RAISE WARNING 'products are searched without an index: %', SQLERRM;
END
$$;

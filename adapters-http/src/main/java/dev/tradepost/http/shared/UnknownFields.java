package dev.tradepost.http.shared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the fields of a body that its record does not have, with where they stand. The binding
 * knows that there are some, but it meets them late and has lost the place.
 */
final class UnknownFields {

  private UnknownFields() {}

  static void find(JsonNode node, Type type, JsonPointer place, List<Problem.FieldError> errors) {
    if (node.isObject() && type instanceof Class<?> record && record.isRecord()) {
      Map<String, Type> known =
          Arrays.stream(record.getRecordComponents())
              .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        JsonPointer at = place.appendProperty(field.getKey());
        if (known.containsKey(field.getKey())) {
          find(field.getValue(), known.get(field.getKey()), at, errors);
        } else {
          errors.add(
              new Problem.FieldError(at.toString(), "unknown", "is no field of this request"));
        }
      }
    }
    if (node.isArray() && type instanceof ParameterizedType list) {
      for (int i = 0; i < node.size(); i++) {
        find(node.get(i), list.getActualTypeArguments()[0], place.appendIndex(i), errors);
      }
    }
  }
}

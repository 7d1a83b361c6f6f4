package dev.tradepost.http.system;

import dev.tradepost.domain.shared.Reason;
import dev.tradepost.http.shared.Reasons;
import dev.tradepost.http.shared.Statuses;

/** The page a problem's {@code type} points at: what each reason means and how to mend it. */
final class ReasonsPage {

  private ReasonsPage() {}

  static String html() {
    StringBuilder page =
        new StringBuilder(
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reasons</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto;
                   padding: 0 1rem }
            h2 { font-size: 1.1rem; margin: 1.6rem 0 .2rem } p { margin: .2rem 0 }
            :target { background: #fff3bf } </style></head><body>
            <h1>Why a request is refused</h1>
            <p>Every error is a problem document (RFC 9457) whose <code>code</code> is one of
            these.</p>
            """);
    for (Reason reason : Reasons.all()) {
      page.append(
          """
          <h2 id="%s"><code>%s</code> (%d)</h2><p>%s</p><p>Fix: %s</p>
          """
              .formatted(
                  reason.code(),
                  reason.code(),
                  Statuses.of(reason),
                  reason.meaning().cause(),
                  reason.meaning().fix()));
    }
    return page.append("</body></html>").toString();
  }
}

package dev.rebound.application.webhooks;

/** What the API's description shows of deliveries and answers. */
final class WebhookExamples {

  static final String PROBLEM = "application/problem+json";

  static final String GREENHOUSE =
      """
      {"action":"reject_candidate","payload":{"application":{"id":46194062,
        "applied_at":"2026-09-14T08:00:00Z","rejected_at":"2026-10-02T15:50:41Z","status":"rejected",
        "rejection_reason":{"id":14,"name":"Too few night shifts",
          "type":{"id":3,"name":"We rejected them"}},
        "current_stage":{"id":2708728,"name":"Face to Face"},
        "candidate":{"id":37031511,"email_addresses":[{"value":"sam@example.org","type":"personal"}]},
        "jobs":[{"id":371417,"name":"Ward manager"}]}}}
      """;

  static final String ASHBY =
      """
      {"webhookActionId":"3f5e2c8a-1111-4b7d-9a6e-0d3b2d6f1c11","action":"applicationUpdate",
       "data":{"application":{"id":"ashby-1","status":"Archived",
        "createdAt":"2026-09-10T09:15:00Z","updatedAt":"2026-10-03T11:00:00Z",
        "candidate":{"id":"c-1","primaryEmailAddress":{"value":"sam@example.org"}},
        "job":{"id":"j-1","title":"Sail maker"},
        "archiveReason":{"id":"r-1","text":"More practice needed","reasonType":"RejectedByOrg"}}}}
      """;

  static final String LEVER =
      """
      {"event":"candidateArchiveChange","triggeredAt":1790935200000,"token":"6f1d7a",
       "signature":"0d5c3f2e7f9f4a6f8b1f0f9f4c0d5f2ab1c1d2e3f4a5b6c7d8e9f00112233445",
       "data":{"opportunityId":"a-1001","candidateId":"c-77",
        "toArchived":{"archivedAt":1790935200000,"reason":"63dd55b2-a99f-4e7b-985f-22c7bf80ab42"}}}
      """;

  static final String STANDARD =
      """
      {"externalId":"a-1001","candidate":{"externalId":"c-77","email":"sam@example.org"},
       "posting":{"title":"Ward manager","company":"Lakeside Hospital Trust"},
       "appliedOn":"2026-09-14","stage":"PANEL_INTERVIEW","rejectedOn":"2026-10-01",
       "message":"We chose somebody with more experience of night shifts."}
      """;

  static final String APPLIED =
      """
      {"outcome":"APPLIED"}
      """;

  static final String UNUSABLE =
      """
      {"outcome":"UNUSABLE","problem":"payload.application.id is missing"}
      """;

  static final String UNSIGNED =
      """
      {"type":"/problems/signature","title":"Unauthorized","status":401,
       "detail":"The delivery is not signed with a secret that holds here, or not recently.",
       "instance":"/api/v1/boards/acme/webhooks/greenhouse"}
      """;

  static final String SECRET =
      """
      {"secret":"0123456789abcdef-greenhouse"}
      """;

  static final String SET_UP =
      """
      {"items":[{"provider":"greenhouse","changedAt":"2026-11-29T10:00:00Z",
        "formerUntil":"2026-11-30T10:00:00Z"}]}
      """;

  static final String BAD_SECRET =
      """
      {"type":"/problems/invalid","title":"Bad Request","status":400,
       "detail":"Please check the fields that are named.",
       "instance":"/api/v1/boards/acme/webhooks/standard/secret",
       "violations":[{"field":"secret","in":"body",
        "message":"must be whsec_ and 24 to 64 bytes in Base64"}]}
      """;

  private WebhookExamples() {}
}

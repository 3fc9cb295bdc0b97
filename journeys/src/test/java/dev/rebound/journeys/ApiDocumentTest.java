package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {

  @Test
  void findsNothingWhereAllIsSaid() throws JsonProcessingException {
    assertThat(
            gaps(
                """
                {"summary": "Take it",
                 "responses": {
                  "200": {"description": "It", "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Thing"}, "example": {"name": "wheel"}}}},
                  "404": {"description": "None", "content": {"application/problem+json": {
                    "schema": {"type": "object"}, "example": {"status": 404}}}}}}
                """))
        .isEmpty();
  }

  @Test
  void namesEachGap() throws JsonProcessingException {
    assertThat(
            gaps(
                """
                {"responses": {
                  "404": {"content": {"application/problem+json": {
                    "schema": {"type": "object"}, "example": {"status": 409}}}},
                  "409": {"description": "Not now"}}}
                """))
        .containsExactly(
            "get /things has no summary",
            "get /things does not say what it answers",
            "get /things 404 has no description",
            "get /things 404 shows a 409",
            "get /things 409 is no problem");
  }

  @Test
  void namesExamplesThatAreMissingOrDoNotFit() throws JsonProcessingException {
    assertThat(
            gaps(
                """
                {"summary": "Take it",
                 "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
                 "responses": {
                  "200": {"description": "It", "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Thing"},
                    "examples": {"one": {"value": {"nam": "wheel"}}}}}}}}
                """))
        .anyMatch(gap -> gap.startsWith("get /things body application/json has no example"))
        .anyMatch(gap -> gap.startsWith("get /things 200 has an example with"))
        .hasSize(3);
  }

  private static List<String> gaps(String operation) throws JsonProcessingException {
    return new ApiDocument(
            new ObjectMapper()
                .readTree(
                    """
                    {"paths": {"/things": {"get": %s}},
                     "components": {"schemas": {"Thing": {"type": "object", "required": ["name"],
                       "properties": {"name": {"type": "string"}}}}}}
                    """
                        .formatted(operation)))
        .gaps();
  }
}

package dev.rebound.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validates against the schemas as they are written down, references between files included. */
final class SchemaFolder {

  /** The files need an address to refer to one another; it leads nowhere. */
  private static final String ADDRESS = "https://contract.invalid/schemas/";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build())
                  .schemas(address ->
                      address.startsWith(ADDRESS)
                          ? ContractFiles.text(
                              ContractFiles.SCHEMAS.resolve(address.substring(ADDRESS.length())))
                          : null));

  private SchemaFolder() {}

  /** What is wrong with a value, by the schema of that file name; empty where it fits. */
  static List<String> problems(String schemaFile, JsonNode value) {
    return problems(REGISTRY.getSchema(SchemaLocation.of(ADDRESS + schemaFile)), value);
  }

  /** What is wrong with a value, by a schema that is not written down. */
  static List<String> problems(JsonNode schema, JsonNode value) {
    return problems(REGISTRY.getSchema(schema), value);
  }

  private static List<String> problems(Schema schema, JsonNode value) {
    return schema.validate(value).stream().map(Error::toString).toList();
  }
}

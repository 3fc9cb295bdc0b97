package dev.rebound.analysis.jobs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a place is written. It takes capitals for names, so whoever uses it has to know from the
 * words around that a place is meant.
 */
final class PlaceNames {

  private static final String REGION =
      "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|"
          + "S[CD]|T[NX]|UT|V[AT]|W[AIVY]|ON|BC|QC|AB|NSW|VIC|QLD|U\\.?S\\.?A?\\.?|U\\.?K\\.?|EU|"
          + "EEA|UAE|United States(?: of America)?|United Kingdom|European Union|Great Britain|"
          + "England|Scotland|Wales|Northern Ireland|Ireland|Germany|Deutschland|France|Spain|"
          + "Portugal|Italy|Austria|Switzerland|Netherlands|Belgium|Poland|Sweden|Norway|Denmark|"
          + "Finland|Canada|Australia|New Zealand|India|Japan|Singapore|Mexico|Brazil|"
          + "South Africa|Europe|Texas|California|New York|Florida|Illinois|Ohio|Washington|"
          + "Oregon|Georgia|Virginia|Massachusetts|Colorado|Arizona|Michigan|Minnesota|"
          + "Pennsylvania|Oklahoma|Ontario|Quebec|British Columbia|Kent|Essex|Surrey|Devon|"
          + "Cornwall|Dorset|Norfolk|Suffolk|Cumbria|(?:West|North|South|East|"
          + "Greater) (?:Yorkshire|Sussex|Manchester|London|Midlands)|\\p{Lu}\\p{L}+shire|"
          + "County \\p{Lu}\\p{L}+|Bavaria|Saxony)(?![\\p{L}])";

  /** Capitals that stand where places stand and are none. */
  private static final String NO_NAME =
      "(?!(?:We|You|In|On|Person|Remotely|Interns?|Internship|Our|Your|The|This|These|If|Please|"
          + "Job|Salary|Hours?|Contract|Type|Reports?|Duration|Term|Department|Remote|Hybrid|"
          + "On-?site|Onsite|Fully|Full|Part|Flexible|Home|Various|Multiple|Company|Date|Start|"
          + "Closing|Summer|Winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
          + "January|February|March|April|May|June|July|August|September|October|November|"
          + "December|Agile|Scrum|Java|Python|Excel|Finance|Marketing|Sales|HR|IT|Building|Floor|"
          + "Test|Charge|Training|Residence|Machine|Data|Software|Early|Year|Mental|Special|"
          + "Adult|Social|Public|Clinical|Computer|English|Maths|Nursing|Education|Key|Position|"
          + "Band|Grade|Pay|Benefits|Requirements|Responsibilities)\\b)";

  private static final String WORD = NO_NAME + "(?:St\\. )?\\p{Lu}[\\p{L}'-]*";
  private static final String NAME =
      WORD + "(?: (?:(?:upon|on|of|am|an der|le|la|de|del) )?" + WORD + "){0,3}";

  /** One place; 'Hull, East Yorkshire' is one. */
  static final String ONE =
      "(?:(?:the|central|downtown|greater|north|south|east|west) )?(?:U\\.\\p{Lu}\\.(?:A\\.)?|"
          + NAME
          + ")(?:, ?"
          + REGION
          + "){0,2}";

  /** A town with its region, which hardly anything else is written like. */
  static final String WITH_REGION = NAME + "(?:, ?" + REGION + "){1,2}";

  /** A country or another part of the world that is known by name. */
  static final String KNOWN = "(?:the )?" + REGION;

  private static final String BETWEEN = "(?:, ?(?:and |or )?| and | or | ?[/;|] ?)(?:in |at )?";

  /** One place or several. */
  static final String SEVERAL = ONE + "(?:" + BETWEEN + ONE + "){0,7}";

  private static final Pattern EACH = Pattern.compile(ONE);

  private PlaceNames() {}

  /** The places of a list of places, as they are said. */
  static List<String> each(String several) {
    return EACH.matcher(several)
        .results()
        .map(place -> place.group().replaceFirst("^the (?=U|E|N)", ""))
        .toList();
  }
}

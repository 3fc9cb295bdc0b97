package dev.rebound.analysis.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.analysis.jobs.JobFactsTest.Labelled;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Turns of phrase that were misread once; the rows are those of {@link JobFactsTest}. */
class MisreadFactsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -      | Executive Assistant to the CEO / You keep two diaries.
          -      | Secretary to the Managing Director / Letters, trains and tea.
          JUNIOR | Junior Bookkeeper / Reports to: Finance Manager / You count the till.
          """)
  void theBossIsNotTheJob(String facts, String posting) {
    told(facts, posting, JobFactsTest.seniorityOf(lines(posting)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -   | With over 20 years of experience in timber, we are looking for a sawyer.
          -   | We have 30 years of experience with kilns, and seek a potter.
          5.. | With 5 years of experience in timber, you run the saw.
          """)
  void whoLooksForSomebodyTellsItsOwnYears(String facts, String posting) {
    told(facts, posting, JobFactsTest.experienceOf(posting));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ONSITE | Sadly we don't allow home working.
          ONSITE | Home working won't be possible while the kiln is lit.
          ONSITE | Kein Homeoffice möglich.
          ONSITE | We are unable to offer remote work.
          REMOTE | We don't just offer remote work, we live it.
          HYBRID | You may work from home up to three days a week.
          HYBRID | Remote working 2 days per month.
          -      | You visit the nursing home for two days a week.
          """)
  void whatIsDeniedOrForSomeDaysIsNotRemote(String facts, String posting) {
    told(facts, posting, JobFactsTest.workplaceOf(posting));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          English         | A degree in botany and fluent English.
          Spanish         | No car needed, good Spanish required.
          English; German | Gute Deutsch- und Englischkenntnisse
          Welsh?          | Welsh is an asset but not required.
          Dutch?; English | Languages: English (essential), Dutch (nice to have)
          English; French | Fluent French (required), English
          -               | Knowledge of Italian tax law is a must.
          -               | Sound knowledge of the Spanish market.
          -               | No degree, experience or Polish needed.
          -               | English is not required.
          -               | Fluency in Danish is not required, but a boat licence is an asset.
          """)
  void aLanguageIsAskedForWhereItIsNotDenied(String facts, String posting) {
    told(facts, posting, JobFactsTest.languagesOf(posting));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          24500..24500 GBP YEAR | Customer Care Adviser - £24,500 per annum
          24000..24000 GBP YEAR | Customer Care - £24,000 a year
          26000..26000 GBP YEAR | £26,000 a year - Payroll Clerk
          30000..40000 GBP YEAR | Sales Consultant £30,000 - £40,000 per annum
          450..450 GBP DAY      | 9 month contract £450 per day
          52000..60000 USD YEAR | Compensation & Benefits: $52,000 - $60,000 per year
          450..450 GBP WEEK     | Free accommodation and £450 per week
          -                     | $1,200 per year for professional development.
          -                     | $80 monthly internet stipend
          -                     | Staff lodging is available at £70 per week.
          -                     | £200 a year to a charity of your choice.
          -                     | Learning budget - €800 a year
          -                     | Training budget per carpenter £900 per year
          """)
  void aSumIsThePayOfAJobOrSomethingElse(String facts, String posting) {
    told(facts, posting, JobFactsTest.salaryOf(posting));
  }

  private static String lines(String posting) {
    return posting.replace(" / ", "\n");
  }

  private static void told(String facts, String posting, Stream<String> told) {
    assertThat(new Labelled(facts, posting).toldAs(told)).isEqualTo(facts);
  }
}

package dev.rebound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.events.Theme;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which causes a sentence names. The tables are our own sentences, several for every theme. */
class CausesTest {

  private static Set<Theme> causes(String text) {
    return Evaluation.causes(FeedbackReader.standard().read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TECHNICAL_DEPTH       | Your Kubernetes knowledge was rather shallow.
          TECHNICAL_DEPTH       | SQL: weak
          PROFESSIONALISM       | You used ChatGPT during the interview.
          CREDENTIALS           | The candidate failed the drug test.
          LOCATION_ELIGIBILITY  | You declined to travel.
          SALARY_EXPECTATIONS   | Reason: salary.
          TECHNICAL_DEPTH       | We need somebody with more hands-on experience with Kafka.
          TECHNICAL_DEPTH       | You are missing some of the key skills for this work.
          TECHNICAL_DEPTH       | The technical fundamentals were not strong enough.
          TECHNICAL_DEPTH       | He lacks practical experience with SQL.
          TECHNICAL_DEPTH       | He couldn't describe the difference between a process and a thread.
          TECHNICAL_DEPTH       | You had trouble telling us how garbage collection works.
          TECHNICAL_DEPTH       | You could not tell a mortgage from a lease.
          TECHNICAL_DEPTH       | Needs to deepen knowledge of cloud services.
          SYSTEM_DESIGN         | Your design had a single database and no thought was given to growth in traffic.
          COMMUNICATION         | Written reports are full of mistakes and hard to read.
          COLLABORATION         | You kept cutting in while the others were still speaking.
          COLLABORATION         | Could be more open when colleagues suggest changes to her code.
          ANSWER_STRUCTURE      | You talked at length but we never learned what you personally did.
          COMPOSURE             | Under time pressure you lost your calm.
          COMPOSURE             | You seemed very anxious and your hands were shaking.
          APPLICATION_MATERIALS | The cover letter was addressed to a different employer.
          SALARY_EXPECTATIONS   | The figure you named is well beyond what we can pay.
          SALARY_EXPECTATIONS   | We were too far apart on compensation.
          SENIORITY             | You are at an earlier point in your career than we need right now.
          LOCAL_LANGUAGE        | Our patients speak Dutch, and your Dutch is not yet at the level we need.
          LOCATION_ELIGIBILITY  | We are unable to support candidates who need a visa.
          LOCATION_ELIGIBILITY  | Your earliest start date is too late for the project.
          OVERQUALIFIED         | You would soon be bored, given how much more experience you have than the job asks for.
          POSITION_CLOSED       | The vacancy has since been filled from within the company.
          PROBLEM_SOLVING       | You did not finish the coding exercise in time.
          PROBLEM_SOLVING       | You got stuck on the second algorithm question.
          PROBLEM_SOLVING       | Your analytical reasoning was weak in the case interview.
          PROBLEM_SOLVING       | The score of your aptitude test was below the threshold.
          PROBLEM_SOLVING       | You jumped straight into code without looking at edge cases.
          SYSTEM_DESIGN         | Your architecture would not scale beyond one region.
          SYSTEM_DESIGN         | You did not talk about trade-offs at all.
          SYSTEM_DESIGN         | System design was your weakest area.
          SYSTEM_DESIGN         | We missed any thought about failure modes and bottlenecks.
          WORK_SAMPLE           | The take-home task lacked tests.
          WORK_SAMPLE           | Your portfolio was too thin for a senior designer.
          WORK_SAMPLE           | The assignment you handed in was incomplete.
          WORK_SAMPLE           | Your demo was disappointing.
          COMMUNICATION         | Your explanations were hard to follow.
          COMMUNICATION         | You spoke very quietly and we had trouble hearing you.
          COMMUNICATION         | She needs to improve her communication skills.
          COMMUNICATION         | The presentation was unclear.
          ANSWER_STRUCTURE      | Your answers rambled.
          ANSWER_STRUCTURE      | There were no concrete examples in what you told us.
          ANSWER_STRUCTURE      | You went off on tangents and missed the point.
          ANSWER_STRUCTURE      | Most of your responses were too vague.
          PREPARATION           | You knew little about our product.
          PREPARATION           | It was clear that you had not researched the company.
          PREPARATION           | You did not ask us any questions.
          PREPARATION           | You seemed unprepared for the call.
          MOTIVATION            | We did not sense much enthusiasm.
          MOTIVATION            | He seemed uninterested and gave short replies.
          MOTIVATION            | Your motivation for this job remained unclear to us.
          MOTIVATION            | You came across as arrogant.
          COLLABORATION         | You became defensive when the reviewer disagreed.
          COLLABORATION         | We have doubts about how you work with other teams.
          COLLABORATION         | You blamed your former colleagues for the delay.
          COLLABORATION         | You struggled to take feedback during the session.
          LEADERSHIP            | You have not yet shown that you can lead a team.
          LEADERSHIP            | We were hoping for more ownership.
          LEADERSHIP            | You seemed passive and waited to be told what to do.
          LEADERSHIP            | There was little evidence of leadership.
          COMPOSURE             | You were visibly nervous.
          COMPOSURE             | You froze when the panel pushed back.
          COMPOSURE             | He lacked confidence in front of the customer.
          COMPOSURE             | Try to stay calm under pressure.
          PROFESSIONALISM       | You joined the call twenty minutes late.
          PROFESSIONALISM       | You did not show up for the second appointment.
          PROFESSIONALISM       | She was rude to the receptionist.
          PROFESSIONALISM       | It took two weeks because you were slow to reply.
          APPLICATION_MATERIALS | Your CV contained several typos.
          APPLICATION_MATERIALS | The cover letter was not tailored to the job.
          APPLICATION_MATERIALS | Your resume was confusing and too long.
          APPLICATION_MATERIALS | You sent an incomplete application.
          SALARY_EXPECTATIONS   | Your salary expectations are above our budget.
          SALARY_EXPECTATIONS   | We cannot match the pay you asked for.
          SALARY_EXPECTATIONS   | You are too expensive for us.
          SENIORITY             | The lead wants a more senior colleague.
          SENIORITY             | You do not have enough years of experience yet.
          SENIORITY             | The team felt you are too junior.
          SENIORITY             | The other person had more experience.
          DOMAIN_EXPERIENCE     | You have no background in the insurance sector.
          DOMAIN_EXPERIENCE     | Somebody with more experience in banking was chosen.
          DOMAIN_EXPERIENCE     | We were looking for more relevant experience.
          CREDENTIALS           | You do not hold the required certificate.
          CREDENTIALS           | The role requires a degree in nursing.
          CREDENTIALS           | Your references were poor.
          CREDENTIALS           | There were too many unexplained gaps in your CV.
          LOCAL_LANGUAGE        | The customers need somebody with fluent Italian.
          LOCAL_LANGUAGE        | Your Dutch is not good enough for this team.
          LOCAL_LANGUAGE        | Unfortunately the language barrier would be a problem.
          LOCATION_ELIGIBILITY  | We cannot sponsor a visa.
          LOCATION_ELIGIBILITY  | The position requires you to be based in Oslo.
          LOCATION_ELIGIBILITY  | Your notice period is too long for us.
          LOCATION_ELIGIBILITY  | You are not able to relocate.
          SALARY_EXPECTATIONS   | Rates too high.
          POSITION_CLOSED       | We lost the budget for the job.
          LOCAL_LANGUAGE        | The client wants C1 French and yours is about B1.
          DOMAIN_EXPERIENCE     | The other applicant already worked in the shipping industry.
          DOMAIN_EXPERIENCE     | Your career has been more on the research side.
          COMMUNICATION         | My manager says that I should speak up more.
          ANSWER_STRUCTURE      | My mentor told me to quantify what I achieved.
          OVERQUALIFIED         | Frankly, you are overqualified.
          OVERQUALIFIED         | You are too experienced for what we can offer.
          POSITION_CLOSED       | The vacancy has been cancelled.
          POSITION_CLOSED       | We filled the role with an internal candidate.
          POSITION_CLOSED       | There is a hiring freeze until spring.
          POSITION_CLOSED       | We are no longer recruiting for this job.
          STRONGER_CANDIDATE    | Another applicant was simply a better match.
          STRONGER_CANDIDATE    | The competition was strong and you came a close second.
          STRONGER_CANDIDATE    | Other applicants were more suitable.
          CULTURE_FIT           | We did not see a culture fit.
          CULTURE_FIT           | You would not fit into our team.
          UNSPECIFIED           | We will not be moving forward with your application.
          UNSPECIFIED           | Sadly you have not been selected for the next round.
          UNSPECIFIED           | We have chosen to proceed with other applicants.
          """)
  void aSentenceNamesItsCause(Theme theme, String text) {
    assertThat(causes(text)).contains(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TECHNICAL_DEPTH  | Your technical skills were excellent.
          COMMUNICATION    | We have no concerns about your communication.
          COMMUNICATION    | You communicate clearly and listen well.
          COLLABORATION    | You would be a great team player.
          ANSWER_STRUCTURE | Your answers never rambled.
          COMPOSURE        | You stayed calm and confident.
          MOTIVATION       | Your enthusiasm stood out.
          PREPARATION      | You came well prepared and asked good questions.
          PROBLEM_SOLVING  | You solved the exercise quickly.
          LEADERSHIP       | A natural leader who takes ownership.
          """)
  void praiseIsNoCause(Theme theme, String text) {
    Reading reading = FeedbackReader.standard().read(text);
    assertThat(reading.statements())
        .anySatisfy(statement -> {
          assertThat(statement.polarity()).isEqualTo(Polarity.POSITIVE);
          assertThat(statement.themes()).extracting(ThemeReading::theme).contains(theme);
        });
    assertThat(causes(text)).doesNotContain(theme);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COLLABORATION   | ANSWER_STRUCTURE | Strong team player, but your answers rambled.
          TECHNICAL_DEPTH | COMMUNICATION    | While your technical skills were strong, your communication was weak.
          PREPARATION     | SYSTEM_DESIGN    | You came well prepared. However, system design was a struggle.
          COMMUNICATION   | PROBLEM_SOLVING  | Good communicator, weak problem solving.
          MOTIVATION      | SALARY_EXPECTATIONS | We loved your enthusiasm; sadly your salary expectations exceed our budget.
          """)
  void praiseAndBlameStayApart(Theme strength, Theme cause, String text) {
    Reading reading = FeedbackReader.standard().read(text);
    assertThat(Evaluation.causes(reading)).containsExactly(cause);
    assertThat(reading.statements())
        .filteredOn(statement -> statement.polarity() == Polarity.POSITIVE)
        .flatExtracting(Statement::themes)
        .extracting(ThemeReading::theme)
        .contains(strength);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ANSWER_STRUCTURE | Bring two stories with measurable results.
          PREPARATION      | Read up on our product before you come back.
          SYSTEM_DESIGN    | Practise system design with a friend.
          COMMUNICATION    | We suggest that you work on your presentation skills.
          ANSWER_STRUCTURE | The STAR method would help.
          """)
  void adviceIsNeutralAndCounts(Theme theme, String text) {
    Reading reading = FeedbackReader.standard().read(text);
    assertThat(Evaluation.causes(reading)).contains(theme);
    assertThat(reading.statements()).extracting(Statement::polarity).containsOnly(Polarity.NEUTRAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thank you for your interest in our company and the time you took to prepare.
          We will keep your CV on file and wish you all the best for your search.
          We received a large number of applications from talented people.
          I enjoyed our conversation and your impressive background.
          """)
  void courtesyTellsNothing(String text) {
    assertThat(causes(text)).isSubsetOf(Theme.UNSPECIFIED);
  }
}

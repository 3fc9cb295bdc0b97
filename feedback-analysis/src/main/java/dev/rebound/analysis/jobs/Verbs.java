package dev.rebound.analysis.jobs;

import java.util.regex.Pattern;

/** The verbs that postings describe work with. */
final class Verbs {

  private static final String STEMS =
      "Achieve|Act|Address|Administer|Advise|Align|Analyze|Analyse|Answer|Apply|Architect|"
          + "Arrange|Assess|"
          + "Assign|Assist|Attend|Audit|Automate|Balance|Build|Calculate|Care|Carry|Champion|"
          + "Clean|Coach|"
          + "Collaborate|Collect|Communicate|Compile|Complete|Conduct|Configure|Consult|"
          + "Contribute|Control|"
          + "Convert|Coordinate|Craft|Create|Cultivate|Debug|Define|Deliver|Demonstrate|Deploy|"
          + "Design|"
          + "Determine|Develop|Direct|Document|Draft|Drive|Enable|Encourage|Engage|Ensure|"
          + "Escalate|Establish|"
          + "Evaluate|Execute|Explore|Facilitate|Follow|Foster|Gain|Gather|Generate|Grow|Guide|"
          + "Handle|Help|"
          + "Identify|Implement|Improve|Influence|Inspect|Install|Integrate|Interact|Interpret|"
          + "Introduce|"
          + "Investigate|Keep|Launch|Lead|Learn|Leverage|Liaise|Listen|Maintain|Make|Manage|"
          + "Measure|Meet|"
          + "Mentor|Monitor|Negotiate|Operate|Optimize|Optimise|Organize|Organise|Oversee|Own|"
          + "Participate|"
          + "Partner|Perform|Plan|Prepare|Present|Process|Produce|Promote|Provide|Recommend|"
          + "Record|Recruit|"
          + "Reduce|Report|Represent|Research|Resolve|Respond|Review|Run|Schedule|Scope|Select|"
          + "Serve|Set|"
          + "Shape|Share|Sell|Solve|Supervise|Support|Take|Teach|Test|Track|Train|Translate|"
          + "Troubleshoot|"
          + "Understand|Update|Use|Utilize|Utilise|Validate|Verify|Visit|Work|Write";

  /** The verbs in their plain and their third form, capitalised, for use in a pattern. */
  static final String ALTERNATIVES =
      "(?:" + STEMS + ")(?:s|es)?|Identifies|Carries|Applies|Verifies|Regularly|Proactively";

  private static final Pattern FIRST =
      Pattern.compile(
          "^(?:(?:will|may|to) )?(?:(?:effectively|actively|continually|regularly|proactively|"
              + "also) )?(?:"
              + ALTERNATIVES
              + ")\\b",
          Pattern.CASE_INSENSITIVE);

  /** 'Preparing', 'Ensuring': what one does, as a thing. Not what a thing is, as in 'Training'. */
  private static final Pattern DOING =
      Pattern.compile(
          "^(?:Prepar|Ensur|Manag|Creat|Develop|Deliver|Support|Lead|Provid|Maintain|Work|"
              + "Coordinat|"
              + "Conduct|Assist|Build|Design|Writ|Analy[sz]|Monitor|Review|Implement|Identify|"
              + "Plann|"
              + "Perform|Respond|Report|Collaborat|Enabl|Becom|Help|Runn|Tak|"
              + "Mak)ing\\b(?! knowledge)");

  private Verbs() {}

  /** Whether a text begins with one of them. */
  static boolean begins(String text) {
    return FIRST.matcher(text).find() || DOING.matcher(text).find();
  }
}

package dev.rebound.web.start;

import dev.rebound.web.start.ApplicationService.Application;
import java.util.List;

/**
 * Which rejections have not been looked back on.
 *
 * @param rejections how many of the candidate's applications were looked at here
 * @param more whether there are older ones that were not
 * @param due those without a completed reflection, newest first
 */
record Reflections(int rejections, boolean more, List<Application> due) {

  /** Over which rejections this speaks. */
  String range() {
    if (more) {
      return "your " + rejections + " latest rejections";
    }
    return rejections == 1 ? "1 rejection" : rejections + " rejections";
  }
}

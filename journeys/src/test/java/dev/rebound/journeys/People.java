package dev.rebound.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.localstack.KeycloakClient.Candidate;
import dev.rebound.localstack.demo.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Candidates of whom everybody has written: they themselves, a board before and after they first
 * signed in, and the recruiters who were asked.
 */
record People(Whole whole, EveryReport reports, EveryAnswer answers) {

  /** Most of their time is waiting for letters; a board may send six lists at a time. */
  private static final int AT_ONCE = 4;

  /**
   * One of them.
   *
   * @param word stands in every text that anybody has written of them
   * @param pseudonyms as whom the board knew them before they signed in, and of their address
   */
  record Person(Candidate candidate, Api api, String word, List<String> pseudonyms) {

    /** All by which a row may be theirs. */
    List<String> ids() {
      return Stream.concat(Stream.of(candidate.subject()), pseudonyms.stream()).toList();
    }
  }

  /** Makes so many, whose words begin with this one. */
  List<Person> make(String word, int many) throws Exception {
    List<Callable<Person>> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String own = word + i + "x";
      all.add(() -> person(own));
    }
    List<Person> people = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Person> one : threads.invokeAll(all)) {
        people.add(one.get());
      }
    }
    return people;
  }

  private Person person(String word) throws IOException, InterruptedException {
    Candidate candidate = whole.realm().newCandidate();
    reports.before(candidate, word);
    answers.answer("waited-" + word);
    Api api = whole.candidate(candidate);
    EveryText.write(whole, api, word);
    reports.share(api, word);
    reports.after(candidate, word);
    answers.answer(word);
    answers.answer("listed-" + word);
    answers.decline("asked-" + word);
    return new Person(candidate, api, word, pseudonyms(candidate));
  }

  private List<String> pseudonyms(Candidate candidate) {
    List<String> pseudonyms =
        whole
            .rows(
                "application",
                """
                select person from board_application where adopter = '%1$s'
                union
                select address from board_application where adopter = '%1$s'
                """
                    .formatted(candidate.subject()))
            .stream()
            .map(List::getFirst)
            .toList();
    // By a list and by a webhook, and the address of both.
    assertThat(pseudonyms).hasSize(3);
    return pseudonyms;
  }
}

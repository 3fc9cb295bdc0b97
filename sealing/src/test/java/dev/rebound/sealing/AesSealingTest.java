package dev.rebound.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rebound.events.ApplicationEvent.ApplicationSubmitted;
import dev.rebound.events.EventJson;
import dev.rebound.events.Posting;
import dev.rebound.events.Recruiter;
import dev.rebound.sealing.KeyRing.ErasedSubject;
import dev.rebound.sealing.Sealing.BrokenBox;
import dev.rebound.sealing.Sealing.Placed;
import dev.rebound.sealing.Sealing.Unsealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AesSealingTest {

  private static final UUID CANDIDATE = UUID.randomUUID();
  private static final UUID RECRUITER = UUID.randomUUID();
  private static final byte[] DRAFT = "a draft".getBytes(StandardCharsets.UTF_8);

  private final InMemoryKeyRing keys = new InMemoryKeyRing();
  private final Sealing sealing = new AesSealing(keys, InMemoryKeyRing.WRAPPING_KEY);

  @Test
  void what_is_sealed_opens_again() {
    ApplicationSubmitted event = submitted(CANDIDATE, RECRUITER);
    ObjectNode sealed = await(sealing.seal(event, "here"));

    ObjectNode opened = open(sealed, "here");

    assertThat(opened).isEqualTo(EventJson.write(event));
  }

  /** An answer reads the request that it answers, which is found on the request's context alone. */
  @Test
  void many_boxes_open_aside_and_go_on_where_the_caller_was() throws Exception {
    List<Sealing.Clear> many =
        Collections.nCopies(1_000, new Sealing.Clear(CANDIDATE, DRAFT, "here"));
    CompletableFuture<Boolean> back = new CompletableFuture<>();
    Context context = Databases.vertx().getOrCreateContext();

    context.runOnContext(now ->
        sealing
            .sealAll(many)
            .subscribe()
            .with(
                sealed -> back.complete(Vertx.currentContext() == context),
                back::completeExceptionally));

    assertThat(back.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nothing_personal_is_left_in_clear() {
    String json = sealed("here").toString();

    assertThat(json)
        .doesNotContain("Gardener", "Green", "Bergen", "Norwegian", "Kim", "kim@green.example")
        .contains(RECRUITER.toString());
  }

  @Test
  void the_recruiters_words_are_under_the_recruiters_key() {
    ObjectNode sealed = sealed("here");

    assertThat(sealed.at("/recruiter/email/sealed/subject").asText())
        .isEqualTo(RECRUITER.toString());
    assertThat(sealed.at("/posting/title/sealed/subject").asText()).isEqualTo(CANDIDATE.toString());
  }

  @Test
  void a_box_does_not_open_in_another_event() {
    ObjectNode sealed = sealed("here");

    assertThatThrownBy(() -> open(sealed, "there")).isInstanceOf(BrokenBox.class);
  }

  @Test
  void a_box_does_not_open_in_another_field() {
    ObjectNode sealed = sealed("here");
    ObjectNode posting = (ObjectNode) sealed.required("posting");
    posting.set("company", posting.required("title"));

    assertThatThrownBy(() -> open(sealed, "here")).isInstanceOf(BrokenBox.class);
  }

  @Test
  void a_changed_box_does_not_open() {
    ObjectNode sealed = sealed("here");
    ObjectNode box = (ObjectNode) sealed.at("/posting/title/sealed");
    box.set("box", TextNode.valueOf("A" + box.required("box").asText().substring(1) + "AAAA"));

    assertThatThrownBy(() -> open(sealed, "here")).isInstanceOf(BrokenBox.class);
  }

  @Test
  void something_that_is_no_box_does_not_open() {
    ObjectNode sealed = sealed("here");
    ((ObjectNode) sealed.at("/posting/title/sealed")).put("subject", "nobody");

    assertThatThrownBy(() -> open(sealed, "here")).isInstanceOf(BrokenBox.class);
  }

  @Test
  void words_of_an_erased_subject_read_as_null_and_the_others_stay() {
    ObjectNode sealed = sealed("here");
    await(keys.erase(CANDIDATE));

    ObjectNode opened = open(sealed, "here");

    assertThat(opened.at("/posting/title").isNull()).isTrue();
    assertThat(opened.at("/posting/languages").isNull()).isTrue();
    assertThat(opened.at("/recruiter/name").asText()).isEqualTo("Kim Lund");
  }

  @Test
  void nothing_is_sealed_for_an_erased_subject() {
    await(keys.erase(RECRUITER));

    assertThatThrownBy(() -> sealed("here")).isInstanceOf(ErasedSubject.class);
  }

  @Test
  void in_a_batch_an_erased_subject_takes_its_own_event_with_it_and_no_other() {
    UUID gone = UUID.randomUUID();
    await(keys.erase(gone));
    ApplicationSubmitted event = submitted(CANDIDATE, RECRUITER);

    List<Optional<ObjectNode>> sealed =
        await(
            sealing.sealEach(
                List.of(
                    new Unsealed(submitted(gone, RECRUITER), "first"),
                    new Unsealed(event, "second")),
                json -> json));

    assertThat(sealed.getFirst()).isEmpty();
    assertThat(open(sealed.getLast().orElseThrow(), "second")).isEqualTo(EventJson.write(event));
  }

  @Test
  void a_batch_stays_in_order_whoever_its_events_tell_of() {
    UUID gone = UUID.randomUUID();
    await(keys.erase(gone));
    List<ApplicationSubmitted> events =
        List.of(
            submitted(CANDIDATE, null),
            submitted(CANDIDATE, RECRUITER),
            submitted(CANDIDATE, gone),
            submitted(gone, null),
            submitted(CANDIDATE, null));

    List<Optional<ObjectNode>> sealed =
        await(
            sealing.sealEach(
                IntStream.range(0, events.size())
                    .mapToObj(i -> new Unsealed(events.get(i), "place " + i))
                    .toList(),
                json -> json.put("finished", true)));

    assertThat(sealed)
        .extracting(Optional::isPresent)
        .containsExactly(true, true, false, false, true);
    for (int i : new int[] {0, 1, 4}) {
      assertThat(open(sealed.get(i).orElseThrow(), "place " + i))
          .isEqualTo(EventJson.write(events.get(i)).put("finished", true));
    }
  }

  @Test
  void a_name_has_one_pseudonym_in_each_kind_letter_for_letter() {
    UUID name = sealing.pseudonym("kind", "Ab");

    assertThat(sealing.pseudonym("kind", "Ab")).isEqualTo(name);
    assertThat(sealing.pseudonym("kind", "ab")).isNotEqualTo(name);
    assertThat(sealing.pseudonym("other", "Ab")).isNotEqualTo(name);
  }

  @Test
  void bytes_open_at_their_place_only() {
    byte[] box = await(sealing.seal(CANDIDATE, DRAFT, "draft/1"));

    assertThat(await(sealing.open(CANDIDATE, box, "draft/1"))).hasValue(DRAFT);
    assertThatThrownBy(() -> await(sealing.open(CANDIDATE, box, "draft/2")))
        .isInstanceOf(BrokenBox.class);
  }

  @Test
  void bytes_of_an_erased_subject_are_gone() {
    byte[] box = await(sealing.seal(CANDIDATE, DRAFT, "draft/1"));
    await(keys.erase(CANDIDATE));

    Optional<byte[]> opened = await(sealing.open(CANDIDATE, box, "draft/1"));

    assertThat(opened).isEmpty();
  }

  @Test
  void an_address_has_one_pseudonym_however_it_is_written() {
    UUID pseudonym = sealing.pseudonym("kim@green.example");

    assertThat(sealing.pseudonym("  Kim@Green.EXAMPLE ")).isEqualTo(pseudonym);
    assertThat(pseudonym.version()).isEqualTo(8);
    assertThat(pseudonym.variant()).isEqualTo(2);
    assertThat(sealing.pseudonym("lund@green.example")).isNotEqualTo(pseudonym);
  }

  @Test
  void a_key_that_is_too_short_is_refused_without_being_quoted() {
    assertThatThrownBy(() -> new WrappingKey("c2hvcnQ="))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("c2hvcnQ=");
  }

  private ObjectNode sealed(String place) {
    return await(sealing.seal(submitted(CANDIDATE, RECRUITER), place));
  }

  /** An event with personal words of a candidate and of a recruiter if any, text and lists. */
  private static ApplicationSubmitted submitted(UUID candidate, @Nullable UUID recruiter) {
    Posting posting =
        new Posting(
            "Gardener",
            "Green Ltd",
            null,
            "Bergen",
            null,
            null,
            null,
            null,
            null,
            List.of("Norwegian", "English"),
            null);
    return new ApplicationSubmitted(
        UUID.randomUUID(),
        candidate,
        posting,
        LocalDate.of(2026, 2, 1),
        recruiter == null ? null : new Recruiter(recruiter, "Kim Lund", "kim@green.example"),
        null,
        null,
        null);
  }

  private ObjectNode open(ObjectNode sealed, String place) {
    return await(sealing.open(List.of(new Placed(sealed, () -> place)))).getFirst();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().indefinitely();
  }
}

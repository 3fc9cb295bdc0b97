package dev.rebound.application.erasure;

import static dev.rebound.testkit.DeciderSpecification.specification;

import dev.rebound.events.ApplicationEvent.SubjectErased;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureDeciderTest {

  private static final UUID ME = UUID.fromString("0199f000-0000-7000-8000-0000000000aa");

  @Test
  void erases() {
    specification(new ErasureDecider()).when(new EraseSubject(ME)).then(new SubjectErased(ME));
  }

  @Test
  void whoeverIsErasedIsNotErasedAgain() {
    specification(new ErasureDecider())
        .given(new SubjectErased(ME))
        .when(new EraseSubject(ME))
        .thenNothing();
  }
}

package io.lanewise.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lanewise.reliability.Measured;
import io.lanewise.reliability.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * No class of tests leaves a file open or mapped that was not when it began. Registered for all of
 * them as a service.
 */
public final class LeakCheck implements BeforeAllCallback, AfterAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(LeakCheck.class);
  private static final String OPEN = "open";
  private static final String CLASSES = "classes";

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    context.getStore(NAMESPACE).put(OPEN, OpenFiles.now());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    List<?> before = context.getStore(NAMESPACE).get(OPEN, List.class);
    List<String> left = new ArrayList<>(OpenFiles.now());
    before.forEach(left::remove);
    assertEquals(List.of(), left, "left open or mapped");
    if (context.getRequiredTestClass().getName().endsWith("IT")) {
      // Those run in a second JVM, whose count is not to take the place of the first one's.
      return;
    }
    Store all = context.getRoot().getStore(NAMESPACE);
    int classes =
        all.getOrComputeIfAbsent(CLASSES, _ -> new AtomicInteger(), AtomicInteger.class)
            .incrementAndGet();
    Measured.keep(
        Promise.LEAKS,
        getClass(),
        "0 files left open or mapped by %d classes of tests".formatted(classes));
  }
}

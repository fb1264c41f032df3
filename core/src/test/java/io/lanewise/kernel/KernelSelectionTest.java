package io.lanewise.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelSelectionTest {
  private final List<String> notices = new ArrayList<>();
  private final Kernels offered =
      new Kernels("simd-test", 256, null, null, null, null, null, null, null, null, null);

  @Test
  void autoTakesWhatIsAvailable() {
    assertSame(offered, selection(true, Optional.empty()).select(KernelChoice.AUTO));
    assertEquals(List.of(), notices);
  }

  @Test
  void adaptiveKernelsLoadNoProviderBeforeThereIsMuchToDo() {
    var selection = new KernelSelection(true, true, KernelSelectionTest::untouched, notices::add);
    assertEquals("auto", selection.selectAdaptive(KernelChoice.AUTO).name());
    assertEquals(List.of(), notices);
  }

  @Test
  void withoutTheOptimisingCompilerAutoIsScalar() {
    var selection = new KernelSelection(true, false, KernelSelectionTest::untouched, notices::add);
    assertEquals("scalar", selection.selectAdaptive(KernelChoice.AUTO).name());
    assertEquals("scalar", selection.select(KernelChoice.AUTO).name());
    assertTrue(notices.getFirst().contains("the optimising compiler is off"));
  }

  private static Iterable<KernelProvider> untouched() {
    throw new AssertionError("providers were asked for");
  }

  @Test
  void autoFallsBackWithOneLineThatNamesTheFix() {
    Kernels kernels = selection(false, Optional.empty()).selectAdaptive(KernelChoice.AUTO);
    assertEquals("scalar", kernels.name());
    assertEquals(1, notices.size());
    assertTrue(notices.getFirst().contains("--add-modules jdk.incubator.vector"));
  }

  @Test
  void withoutTheModuleNoProviderIsTouched() {
    var selection = new KernelSelection(false, true, KernelSelectionTest::untouched, notices::add);
    assertEquals("scalar", selection.selectAdaptive(KernelChoice.AUTO).name());
    assertThrows(IllegalStateException.class, () -> selection.selectAdaptive(KernelChoice.SIMD));
  }

  @Test
  void aReasonAgainstAProviderIsPassedOn() {
    var selection = selection(true, Optional.of("too narrow"));
    assertEquals("scalar", selection.select(KernelChoice.AUTO).name());
    assertTrue(notices.getFirst().contains("simd-test cannot run here: too narrow"));
    var refused =
        assertThrows(
            IllegalStateException.class, () -> selection.selectAdaptive(KernelChoice.SIMD));
    assertTrue(refused.getMessage().contains("too narrow"));
  }

  @Test
  void forcedSimdThrowsWithReasonAndFix() {
    var refused =
        assertThrows(
            IllegalStateException.class,
            () -> selection(false, Optional.empty()).selectAdaptive(KernelChoice.SIMD));
    assertEquals(
        "lanewise.kernels = simd, but module jdk.incubator.vector is not resolved;"
            + " add --add-modules jdk.incubator.vector",
        refused.getMessage());
  }

  @Test
  void withoutAnyProviderTheFixIsTheMissingJar() {
    new KernelSelection(true, true, List::of, notices::add).select(KernelChoice.AUTO);
    assertTrue(notices.getFirst().contains("lanewise-simd"));
  }

  @Test
  void forcedScalarSaysNothing() {
    assertEquals(
        "scalar", selection(true, Optional.empty()).selectAdaptive(KernelChoice.SCALAR).name());
    assertEquals(List.of(), notices);
  }

  @Test
  void anUnknownChoiceNamesTheThree() {
    var refused = assertThrows(IllegalArgumentException.class, () -> KernelChoice.parse("avx"));
    assertEquals("lanewise.kernels = 'avx', expected auto, scalar or simd", refused.getMessage());
    assertEquals(KernelChoice.AUTO, KernelChoice.parse(null));
  }

  private KernelSelection selection(boolean moduleResolved, Optional<String> obstacle) {
    return new KernelSelection(
        moduleResolved, true, () -> List.of(new Provider(offered, obstacle)), notices::add);
  }

  private record Provider(Kernels create, Optional<String> unavailableBecause)
      implements KernelProvider {
    @Override
    public String name() {
      return create.name();
    }
  }
}

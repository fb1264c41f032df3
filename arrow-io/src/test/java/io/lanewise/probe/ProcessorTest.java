package io.lanewise.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorTest {

  @Test
  void familyAndModelTellMachinesOfOneNameApart() {
    Map<String, String> info = Map.of("model name", "EPYC", "cpu family", "25", "model", "17");
    assertEquals("EPYC, family 25, model 17", Processor.describe(info, "amd64"));
  }

  @Test
  void whatIsNotToldIsLeftOut() {
    assertEquals("aarch64", Processor.describe(Map.of("BogoMIPS", "50"), "aarch64"));
    assertEquals("EPYC", Processor.describe(Map.of("model name", "EPYC", "model", "1"), "amd64"));
  }

  @Test
  void everyMachineHasAName() {
    assertFalse(Processor.name().isBlank());
  }
}

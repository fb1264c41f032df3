package io.lanewise.simd;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * What was computed elsewhere with 60 digits, against the kernels of this JVM. Named as the
 * kernels' contract tests are, it runs with them under each set of flags, there on vector kernels.
 */
@Suite
@SelectClasses(
    names = {
      "io.lanewise.measure.DiscreteOracleTest",
      "io.lanewise.measure.JointOracleTest",
      "io.lanewise.measure.ClosedFormsTest",
      "io.lanewise.evaluate.OracleScoresTest"
    })
class VectorOracleTest {}

package io.lanewise.kernel;

import org.jspecify.annotations.Nullable;

/** What the user asks of the kernels, by the system property {@value #PROPERTY}. */
enum KernelChoice {
  AUTO,
  SCALAR,
  SIMD;

  static final String PROPERTY = "lanewise.kernels";

  static KernelChoice parse(@Nullable String value) {
    return switch (value) {
      case null -> AUTO;
      case "auto" -> AUTO;
      case "scalar" -> SCALAR;
      case "simd" -> SIMD;
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " = '" + value + "', expected auto, scalar or simd");
    };
  }
}

package io.lanewise.fuzz;

import io.lanewise.arrow.ReaderTarget;
import io.lanewise.cli.ModelTarget;
import io.lanewise.cli.ProfileTarget;
import io.lanewise.cli.SpecTarget;
import io.lanewise.cli.StateTarget;
import io.lanewise.gate.RulesTarget;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** All that reads bytes of others. */
@SuppressWarnings("ImmutableEnumChecker") // Suppliers hold nothing.
enum Loader {
  ARROW_FILE(ReaderTarget::ofFiles),
  ARROW_STREAM(ReaderTarget::ofStreams),
  CONTAINER(ContainerTarget::new),
  PROFILE(ProfileTarget::new),
  MODEL(ModelTarget::new),
  STATE(StateTarget::new),
  SPEC(SpecTarget::new),
  RULES(RulesTarget::new),
  /** One of them, so that a short run has but one start of the fuzzer to wait for. */
  ANY(AnyTarget::new),
  /** Reads nothing: has a bug that the fuzzer must find. */
  CANARY(CanaryTarget::new);

  /** Those that each have a long run of their own. */
  static final Set<Loader> EACH = Collections.unmodifiableSet(EnumSet.range(ARROW_FILE, RULES));

  private final Supplier<FuzzTarget> target;

  Loader(Supplier<FuzzTarget> target) {
    this.target = target;
  }

  FuzzTarget target() {
    return target.get();
  }
}

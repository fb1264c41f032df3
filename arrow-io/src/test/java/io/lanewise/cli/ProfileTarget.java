package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.container.LooseContainer;
import io.lanewise.evaluate.ScoreInput;
import io.lanewise.evaluate.StreamingEvaluator;
import io.lanewise.fuzz.FuzzTarget;
import io.lanewise.fuzz.Golden;
import io.lanewise.fuzz.Refusal;
import io.lanewise.profile.Profile;
import io.lanewise.report.ProfileContents;
import io.lanewise.report.ProfileJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** The reader of profiles; what it accepts can be shown, and scored against itself. */
public final class ProfileTarget implements FuzzTarget {

  @Override
  public List<byte[]> seeds() throws IOException {
    return List.of(LooseContainer.write(Container.of(Golden.bytes("profile-1"), "golden"), 0));
  }

  @Override
  public boolean feed(byte[] input) throws IOException {
    byte[] bytes = LooseContainer.read(input, 0).toBytes();
    try {
      ScoreInput.Counted counted = ProfileFile.read("input", new ByteArrayInputStream(bytes));
      use(counted.profile());
      return true;
    } catch (DataException e) {
      Refusal.check(e.getMessage());
      return false;
    }
  }

  static void use(Profile profile) {
    ProfileJson.of(new ProfileContents("input", 1, profile), "1");
    if (profile.rows() > 0) {
      StreamingEvaluator evaluator = StreamingEvaluator.of(profile);
      evaluator.addGenerated(profile);
      evaluator.snapshot();
    }
  }
}

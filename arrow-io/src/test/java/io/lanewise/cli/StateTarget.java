package io.lanewise.cli;

import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import io.lanewise.container.LooseContainer;
import io.lanewise.container.Tensor;
import io.lanewise.evaluate.RunState;
import io.lanewise.evaluate.StateFormat;
import io.lanewise.fuzz.FuzzTarget;
import io.lanewise.fuzz.Golden;
import io.lanewise.fuzz.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/** The reader of states, and of the profile in each, which stands beside it in an input. */
public final class StateTarget implements FuzzTarget {

  private static final String PROFILE = "profile";

  @Override
  public List<byte[]> seeds() throws IOException {
    Container state = Container.of(Golden.bytes("state-1"), "golden");
    Container profile = Container.of(state.tensor(PROFILE).toBytes(), "golden");
    TreeMap<String, Tensor> others = new TreeMap<>(state.tensors());
    others.remove(PROFILE);
    var seed = new ByteArrayOutputStream();
    seed.writeBytes(LooseContainer.write(new Container(state.metadata(), others), 0));
    seed.writeBytes(LooseContainer.write(profile, 1));
    return List.of(seed.toByteArray());
  }

  @Override
  public boolean feed(byte[] input) {
    Container outer = LooseContainer.read(input, 0);
    TreeMap<String, Tensor> tensors = new TreeMap<>(outer.tensors());
    tensors.putIfAbsent(PROFILE, Tensor.of(LooseContainer.read(input, 1).toBytes()));
    byte[] bytes = new Container(outer.metadata(), tensors).toBytes();
    try {
      RunState state = StateFormat.read(Container.of(bytes, "input"), "input");
      ProfileTarget.use(state.generated());
      return true;
    } catch (DataException e) {
      Refusal.check(e.getMessage());
      return false;
    }
  }
}

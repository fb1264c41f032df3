package io.lanewise.gan;

import io.lanewise.column.DataException;
import io.lanewise.column.Schema;
import io.lanewise.container.Container;
import io.lanewise.container.Entries;
import io.lanewise.container.Tensor;
import io.lanewise.gan.codec.StructuralZeros;
import io.lanewise.gan.codec.TableCodec;
import io.lanewise.gan.layer.Network;
import io.lanewise.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trained generator, what it was trained with and how that went, and all that its training needs
 * to go on.
 *
 * <p>As a container of format {@value #FORMAT}: {@code codec/...} ({@link TableCodec#write});
 * {@code settings/...} and {@code origin/...} ({@link TrainingOrigin}), words; {@code lines/...}, a
 * tensor per measure; {@code generator}, the parameters; {@code training/...}, where the training
 * has come to; {@code schema}, bytes that belong to whoever reads and writes tables. Equal models
 * are equal bytes.
 */
public final class GanModel {

  /** The format and its version, as the container's metadata names it. */
  public static final String FORMAT = "lanewise.gan/1";

  private final TableCodec codec;
  private final StructuralZeros zeros;
  private final GanSettings settings;
  private final TrainingOrigin origin;
  private final List<TrainingLine> lines;
  private final float[] parameters;
  private final SortedMap<String, Tensor> training;
  private final byte[] schema;

  /** Takes the arrays as they are. */
  GanModel(
      TableCodec codec,
      StructuralZeros zeros,
      GanSettings settings,
      TrainingOrigin origin,
      List<TrainingLine> lines,
      float[] parameters,
      SortedMap<String, Tensor> training,
      byte[] schema) {
    this.codec = codec;
    this.zeros = zeros;
    this.settings = settings;
    this.origin = origin;
    this.lines = List.copyOf(lines);
    this.parameters = parameters;
    this.training = training;
    this.schema = schema;
  }

  /** The columns that are generated. */
  public Schema columns() {
    return codec.schema();
  }

  /** How the networks were made and have learnt. */
  public GanSettings settings() {
    return settings;
  }

  /** How the training went. */
  public List<TrainingLine> lines() {
    return lines;
  }

  /** How many pairs of values of two columns are never generated together. */
  public int keptApart() {
    return zeros.zeros().size();
  }

  /** What the training began with. */
  public TrainingOrigin origin() {
    return origin;
  }

  /** What {@link TableTrainer#model} was given. */
  public byte[] schema() {
    return schema.clone();
  }

  /** The tensors that a training goes on from. */
  Entries training() {
    return new Entries("training", new TreeMap<>(), training);
  }

  /** The codec of the rows. */
  TableCodec codec() {
    return codec;
  }

  /** The parameters of the generator. */
  float[] parameters() {
    return parameters;
  }

  /**
   * A generator at its first row.
   *
   * @param seed of the rows
   * @param kernels who computes
   */
  public RowGenerator generator(long seed, Kernels kernels) {
    Network network =
        Network.zero(settings.latent(), Architecture.generator(settings, codec.layout(), zeros));
    System.arraycopy(parameters, 0, network.parameters(), 0, parameters.length);
    return new RowGenerator(codec, settings.prior(), network, seed, kernels);
  }

  /** The model as a container. */
  public Container write() {
    SortedMap<String, String> words = new TreeMap<>();
    SortedMap<String, Tensor> tensors = new TreeMap<>(training);
    words.put(Container.FORMAT_KEY, FORMAT);
    codec.write(words, tensors);
    SettingsEntries.write(settings, new Entries("settings", words, tensors));
    LineEntries.write(lines, new Entries("lines", words, tensors));
    origin.write(words, tensors);
    tensors.put("generator", Tensor.of(parameters));
    tensors.put("zeros", ZeroEntries.write(zeros));
    tensors.put("schema", Tensor.of(schema));
    return new Container(words, tensors);
  }

  /**
   * The model that a container holds.
   *
   * @param source how the file is called in messages
   * @throws DataException if it holds none, or one of another version
   */
  public static GanModel read(Container container, String source) {
    container.requireFormat(FORMAT, "model", source);
    TableCodec codec = TableCodec.read(container, source);
    try {
      GanModel model = read(container, codec);
      if (!model.write().equals(container)) {
        throw new IllegalArgumentException("not in the form that Lanewise writes");
      }
      return model;
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      throw new DataException(source + ": " + e.getMessage(), e);
    }
  }

  private static GanModel read(Container container, TableCodec codec) {
    SortedMap<String, String> words = container.metadata();
    SortedMap<String, Tensor> tensors = container.tensors();
    GanSettings settings = SettingsEntries.read(new Entries("settings", words, tensors));
    StructuralZeros zeros = ZeroEntries.read(container.tensor("zeros"), codec.layout());
    requireDiscriminator(settings, codec, container.tensor("training/discriminator.parameters"));
    long expected =
        Network.parameterCount(
            settings.latent(), Architecture.generator(settings, codec.layout(), zeros));
    float[] parameters = container.tensor("generator").toFloats();
    if (parameters.length != expected) {
      throw new IllegalArgumentException(
          "'generator' has %d numbers, expected %d".formatted(parameters.length, expected));
    }
    for (float parameter : parameters) {
      if (!Float.isFinite(parameter)) {
        throw new IllegalArgumentException("'generator' holds " + parameter);
      }
    }
    return new GanModel(
        codec,
        zeros,
        settings,
        TrainingOrigin.read(words, tensors),
        LineEntries.read(new Entries("lines", words, tensors)),
        parameters,
        new TreeMap<>(tensors.subMap("training/", "training0")),
        container.tensor("schema").toBytes());
  }

  /** Only a training that goes on needs it, and that must not ask for memory by wrong settings. */
  private static void requireDiscriminator(
      GanSettings settings, TableCodec codec, Tensor parameters) {
    double expected =
        TrainingMemory.parameters(
            (double) codec.layout().width() * settings.pack(),
            Architecture.discriminator(settings, codec.layout()));
    if (parameters.size() != expected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'training/discriminator.parameters' has %d numbers, expected %.0f",
              parameters.size(),
              expected));
    }
  }

  @Override
  public String toString() {
    return settings + ", " + lines.size() + " lines, " + Arrays.hashCode(parameters);
  }
}

package io.lanewise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lanewise.column.Field;
import io.lanewise.gan.GanModel;
import io.lanewise.gan.GanSettings;
import io.lanewise.gan.Optimizer;
import io.lanewise.gan.TrainingLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** What a model holds as JSON, schema {@value #SCHEMA}. */
public final class ModelJson {

  /** Name and version of the JSON's form. */
  public static final String SCHEMA = "lanewise.model/1";

  private ModelJson() {}

  /** The whole of it, and a line feed. */
  public static String of(ModelContents contents, String version) {
    StringWriter text = new StringWriter();
    GanModel model = contents.model();
    TrainingLines form = new TrainingLines(InformationUnit.BITS);
    try (JsonGenerator json = ReportJson.generator(text)) {
      json.setPrettyPrinter(new LinePrinter());
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("unit", form.unit().label());
      form.definitions(json);
      json.writeStringField("source", contents.source());
      json.writeStringField("format", GanModel.FORMAT);
      json.writeNumberField("bytes", contents.bytes());
      json.writeNumberField("rows", model.origin().rows());
      json.writeNumberField("seed", model.origin().seed());
      json.writeNumberField("every", model.origin().every());
      settings(json, model.settings());
      json.writeNumberField("keptApart", model.keptApart());
      json.writeArrayFieldStart("columns");
      for (Field field : model.columns().fields()) {
        json.writeStartObject();
        json.writeStringField("name", field.name());
        json.writeStringField("type", field.type().name());
        json.writeEndObject();
      }
      json.writeEndArray();
      if (contents.best().isPresent()) {
        json.writeNumberField("bestEpoch", contents.best().get().epoch());
      } else {
        json.writeNullField("bestEpoch");
      }
      json.writeArrayFieldStart("lines");
      for (TrainingLine line : model.lines()) {
        json.writeStartObject();
        form.figures(json, line);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("version", version);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text + "\n";
  }

  private static void settings(JsonGenerator json, GanSettings settings) throws IOException {
    json.writeObjectFieldStart("settings");
    numbers(json, "generator", settings.generator());
    numbers(json, "discriminator", settings.discriminator());
    json.writeNumberField("latent", settings.latent());
    json.writeStringField("prior", settings.prior().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("batch", settings.batch());
    json.writeNumberField("pack", settings.pack());
    json.writeStringField("loss", ModelContents.loss(settings.loss()));
    json.writeNumberField("dropout", settings.dropout());
    json.writeNumberField("labelSmoothing", settings.labelSmoothing());
    json.writeNumberField("softBins", settings.softBins());
    json.writeNumberField("temperature", settings.temperature());
    json.writeNumberField("steadySteps", settings.steadySteps());
    json.writeNumberField("averaging", settings.averaging());
    optimizer(json, "generatorOptimizer", settings.generatorOptimizer());
    optimizer(json, "discriminatorOptimizer", settings.discriminatorOptimizer());
    json.writeEndObject();
  }

  private static void numbers(JsonGenerator json, String name, List<Integer> numbers)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private static void optimizer(JsonGenerator json, String name, Optimizer optimizer)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("name", ModelContents.optimizer(optimizer));
    json.writeNumberField("rate", optimizer.learningRate());
    json.writeEndObject();
  }
}

using System.Text.Json.Serialization;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Index;

[JsonSerializable(typeof(IReadOnlyCollection<Diagnostic>))]
[JsonSerializable(typeof(Diagnostic[]))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class DiagnosticJson : JsonSerializerContext;

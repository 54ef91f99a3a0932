using System.Text.Json.Serialization;
using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Index;

[JsonSerializable(typeof(IReadOnlyCollection<Remark>))]
[JsonSerializable(typeof(Remark[]))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class RemarkJson : JsonSerializerContext;

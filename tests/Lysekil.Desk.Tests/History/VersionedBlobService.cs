using System.Globalization;
using System.Net;
using System.Web;
using System.Xml.Linq;

namespace Lysekil.Desk.Tests.History;

/// <summary>
/// Answers as Blob Storage with versioning does: Put Blob, Get Blob and Delete Blob on conditions, and List Blobs with
/// versions ("Blob versioning"). The version of a blob that is deleted stays, as one of the past.
/// </summary>
internal sealed class VersionedBlobService(TimeProvider clock) : HttpMessageHandler
{
    private const string Container = "/content/";

    private readonly List<Version> _versions = [];
    private readonly Dictionary<string, Version> _current = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        if (query["comp"] == "list")
        {
            return "deletedwithversions".Equals(query["include"], StringComparison.OrdinalIgnoreCase)
                ? ListGone(query["marker"] ?? "", int.Parse(query["maxresults"]!, CultureInfo.InvariantCulture))
                : List(query["prefix"] ?? "");
        }

        var name = Uri.UnescapeDataString(request.RequestUri.AbsolutePath[Container.Length..]);
        var current = _current.GetValueOrDefault(name);
        if (request.Method == HttpMethod.Get)
        {
            var id = query["versionid"];
            return Get(id is null ? current : _versions.Find(v => v.Name == name && v.Id == id));
        }

        if (!MayChange(request, current))
        {
            return Error(HttpStatusCode.PreconditionFailed, "ConditionNotMet");
        }

        if (request.Method == HttpMethod.Delete)
        {
            _current.Remove(name);
            return new HttpResponseMessage(HttpStatusCode.Accepted);
        }

        return Put(name, await request.Content!.ReadAsByteArrayAsync(cancellationToken));
    }

    private static bool MayChange(HttpRequestMessage request, Version? current) =>
        request.Headers.IfMatch.Count > 0
            ? current is not null && request.Headers.IfMatch.Single().Tag == current.Tag
            : request.Headers.IfNoneMatch.Count == 0 || current is null;

    private HttpResponseMessage Put(string name, byte[] content)
    {
        var now = clock.GetUtcNow();
        var version = new Version(
            name,
            now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"\"0x8D{_versions.Count + 1:X4}\""),
            now,
            content);
        _versions.Add(version);
        _current[name] = version;
        return With(new HttpResponseMessage(HttpStatusCode.Created) { Content = new ByteArrayContent([]) }, version);
    }

    private static HttpResponseMessage Get(Version? version) => version is null
        ? Error(HttpStatusCode.NotFound, "BlobNotFound")
        : With(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(version.Content) }, version);

    private static HttpResponseMessage With(HttpResponseMessage answer, Version version)
    {
        answer.Headers.ETag = new(version.Tag);
        answer.Headers.Add("x-ms-version-id", version.Id);
        answer.Headers.Add("x-ms-blob-type", "BlockBlob");
        answer.Headers.Add("x-ms-creation-time", Rfc1123(version.Written));
        answer.Headers.Add("x-ms-request-server-encrypted", "true");
        answer.Content.Headers.LastModified = version.Written;
        answer.Content.Headers.ContentType ??= new("text/markdown");
        return answer;
    }

    /// <summary>By name, and the versions of a name oldest first.</summary>
    private HttpResponseMessage List(string prefix) => Listing(
        _versions.Where(v => v.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(v => v.Name, StringComparer.Ordinal).ThenBy(v => v.Id, StringComparer.Ordinal)
            .Select(Element),
        nextMarker: "");

    /// <summary>The blobs that are there, and those of which only versions are left.</summary>
    private HttpResponseMessage ListGone(string marker, int most)
    {
        var blobs = _versions.GroupBy(v => v.Name, (_, versions) => versions.Last())
            .Where(v => string.CompareOrdinal(v.Name, marker) >= 0)
            .OrderBy(v => v.Name, StringComparer.Ordinal).ToList();
        return Listing(
            blobs.Take(most).Select(v => _current.ContainsKey(v.Name)
                ? Element(v)
                : new XElement("Blob", Element(v).Elements(), new XElement("HasVersionsOnly", true))),
            blobs.Count > most ? blobs[most].Name : "");
    }

    private static HttpResponseMessage Listing(IEnumerable<XElement> blobs, string nextMarker) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(
            new XDocument(new XElement(
                "EnumerationResults",
                new XAttribute("ContainerName", "content"),
                new XElement("Blobs", blobs),
                new XElement("NextMarker", nextMarker))).ToString(),
            System.Text.Encoding.UTF8,
            "application/xml"),
    };

    private static XElement Element(Version version) => new(
        "Blob",
        new XElement("Name", version.Name),
        new XElement("VersionId", version.Id),
        new XElement(
            "Properties",
            new XElement("Creation-Time", Rfc1123(version.Written)),
            new XElement("Last-Modified", Rfc1123(version.Written)),
            new XElement("Etag", version.Tag.Trim('"')),
            new XElement("Content-Length", version.Content.Length),
            new XElement("Content-Type", "text/markdown"),
            new XElement("BlobType", "BlockBlob")));

    private static HttpResponseMessage Error(HttpStatusCode status, string code)
    {
        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
        answer.Headers.Add("x-ms-error-code", code);
        return answer;
    }

    private static string Rfc1123(DateTimeOffset moment) => moment.ToString("R", CultureInfo.InvariantCulture);

    private sealed record Version(string Name, string Id, string Tag, DateTimeOffset Written, byte[] Content);
}

using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lysekil.Desk.Writing;

/// <summary>
/// What the editor's form sends: the version that it was filled with, and that version with what the editor changed.
/// The form has two views of the same bytes, the settings one by one or the file as a whole.
/// </summary>
/// <param name="Read">The ETag of the version that the editor read; <c>null</c> for a new file.</param>
/// <param name="Bytes">The file as the editor wants it.</param>
/// <param name="IsWholeFile">Whether the editor sees the file as a whole.</param>
/// <param name="Unchanged">The label of the first field that could not be changed; <c>null</c> if all could.</param>
internal sealed record EditorInput(ETag? Read, ReadOnlyMemory<byte> Bytes, bool IsWholeFile, string? Unchanged)
{
    public const string ETagField = "etag";

    /// <summary>The version that the form was filled with, in base64: the server keeps none of it.</summary>
    public const string BaseField = "grund";

    /// <summary>The file, in a request for a preview while its editor types.</summary>
    public const string PathField = "sokvag";

    public const string ViewField = "vy";
    public const string WholeFileView = "fil";
    public const string FormView = "formular";
    public const string FileField = "fil";
    public const string TextField = "text";

    /// <summary>An unchecked box is not sent; this field says that the form has the box.</summary>
    public const string HasDraftField = "harutkast";

    public const string DraftField = "utkast";

    private const string TextLabel = "Text";
    private const string DraftLabel = "Utkast";

    /// <exception cref="BadHttpRequestException">The form is not as the editor's page makes it.</exception>
    public static EditorInput Of(SourcePath path, IFormCollection form)
    {
        var (read, original) = (ReadVersion(form), BaseOf(form));
        if (form[ViewField] != WholeFileView && EditableText.Open(path, original).Text is { } text)
        {
            var (changed, unchanged) = Apply(text, form);
            return new EditorInput(read, changed.Bytes, IsWholeFile: false, unchanged);
        }

        return form.TryGetValue(FileField, out var file)
            ? new EditorInput(read, WholeFile.With(original.Span, file.ToString()), IsWholeFile: true, null)
            : throw new BadHttpRequestException("The form has no text.");
    }

    /// <summary>The version that the form was filled with; <c>null</c> for a new file.</summary>
    internal static ETag? ReadVersion(IFormCollection form) =>
        form[ETagField].ToString() is { Length: > 0 } etag ? new ETag(etag) : null;

    /// <summary>The bytes that the form was filled with.</summary>
    /// <exception cref="BadHttpRequestException">The form is not as the page makes it.</exception>
    internal static ReadOnlyMemory<byte> BaseOf(IFormCollection form)
    {
        try
        {
            return Convert.FromBase64String(form[BaseField].ToString());
        }
        catch (FormatException malformed)
        {
            throw new BadHttpRequestException("The form's version is malformed.", malformed);
        }
    }

    /// <summary>The text with all changes that it takes, and the label of the first that it does not.</summary>
    private static (EditableText Text, string? Unchanged) Apply(EditableText text, IFormCollection form)
    {
        string? unchanged = null;
        foreach (var field in EditorField.All)
        {
            if (form.TryGetValue(field.Name, out var value))
            {
                Try(Changed(text, field, value), field.Label);
            }
        }

        if (form.ContainsKey(HasDraftField))
        {
            Try(text.WithDraft(form.ContainsKey(DraftField)), DraftLabel);
        }

        if (form.TryGetValue(TextField, out var body))
        {
            Try(text.WithBody(body.ToString()), TextLabel);
        }

        return (text, unchanged);

        void Try(EditableText? changed, string label)
        {
            unchanged ??= changed is null ? label : null;
            text = changed ?? text;
        }
    }

    private static EditableText? Changed(EditableText text, EditorField field, StringValues value) =>
        field.IsList ? text.WithValues(field.Setting, value.OfType<string>())
        : field.Setting == EditorField.Date ? text.With(text.DateName, value.ToString())
        : text.With(field.Setting, value.ToString());
}

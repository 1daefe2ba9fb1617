using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Shared;

/// <summary>Finds the form field a refusal points at. Either may be a path; the last part names the field.</summary>
static class FieldErrors
{
    public static bool PointsAt(this Error? refusal, string name) =>
        refusal?.Field is { } field && LastPart(name).Equals(LastPart(field), StringComparison.OrdinalIgnoreCase);

    static string LastPart(string path) => path[(path.LastIndexOf('.') + 1)..];
}

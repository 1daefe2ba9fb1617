using System.Globalization;
using System.Text.Json;
using InvoiceSync.Cli.Audit;
using InvoiceSync.Cli.Shell;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Cli.Fiscal;

/// <summary>invoicesync validate: what ANAF would say of e-invoices, here and now, without a portal.</summary>
static class ValidateXml
{
    public static readonly Command Command = new(
        "validate",
        "Checks the XML of e-invoices by ANAF's rules and beyond",
        [
            new("FILE…", null, "XML of UBL invoices or credit notes, one or many."),
            new("--schemas", "FOLDER", "The UBL 2.1 schemas (the folder with maindoc and common), to be asked first."),
            new("--language", "en|ro", "In which language findings are told; en when left out."),
            new("--json", null, "The verdicts as JSON."),
        ],
        """
        Nothing leaves this machine. Advice is beyond the official check and changes no verdict.
        Exit codes: 0 all are valid; 1 at least one is broken; 2 at least one cannot be read, or written wrongly.
        """,
        Run);

    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static async Task<int> Run(Arguments arguments, Surroundings here, CancellationToken ct)
    {
        if (arguments.Places is not { Count: > 0 } files) throw new UsageException("Which e-invoice? Name its file.");
        var culture = CultureInfo.GetCultureInfo(arguments.OneOf("--language", "en", "en", "ro"));
        var schemas = arguments.Text("--schemas") is { } folder ? Schemas(folder) : UblSchemas.None;

        var checkedFiles = new List<CheckedFile>();
        foreach (var file in files) checkedFiles.Add(new(file, XmlVerdict.Of(await Bytes(file, ct), schemas, culture)));
        if (arguments.Has("--json")) here.Out.WriteLine(JsonSerializer.Serialize(checkedFiles.Select(c => c.OnWire), Json));
        else foreach (var one in checkedFiles) one.Tell(here.Out);

        if (checkedFiles.Exists(c => c.Verdict.Kind == XmlKind.Unreadable)) return ExitCode.Usage;
        return checkedFiles.TrueForAll(c => c.Verdict.IsValid) ? ExitCode.Fine : ExitCode.NeedsPerson;
    }

    static async Task<byte[]> Bytes(string path, CancellationToken ct)
    {
        await using var file = LocalFile.Open(path);
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, ct);
        return whole.ToArray();
    }

    static UblSchemas Schemas(string folder)
    {
        try
        {
            return UblSchemas.FromFolder(folder);
        }
        catch (Exception missing) when (missing is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UsageException($"--schemas: {missing.Message}");
        }
    }
}

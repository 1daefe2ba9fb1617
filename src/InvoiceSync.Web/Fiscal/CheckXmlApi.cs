using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;
using Microsoft.AspNetCore.Mvc;

namespace InvoiceSync.Web.Fiscal;

/// <summary>/v1/fiscal/validate: what ANAF would say of an XML, as it is in the body or as the file of a form. Broken rules are an answer, not a refusal.</summary>
static class CheckXmlApi
{
    // The boundaries of a form.
    const int LargestBody = CheckXml.Largest + (64 << 10);

    public static void MapCheckXmlApi(this RouteGroupBuilder v1) => v1.MapPost("/fiscal/validate", Validate).WithTags("Fiscal")
        .WithMetadata(new RestOneQuery(null), new RequestSizeLimitAttribute(LargestBody))
        .Accepts<byte[]>("application/xml", "text/xml", "multipart/form-data", ApiBody.Anything)
        .Describe<Verdict>("validate_xml", "Checks the XML of any UBL invoice or credit note (at most 5 MB) by ANAF's rules 1.0.9 and beyond", 200, 400, 413);

    static async Task<IResult> Validate(HttpRequest request, IDispatcher dispatcher, CancellationToken ct)
    {
        var (xml, refused) = await Body(request, ct);
        if (xml is null) return refused!.ToRestProblem();
        return (await dispatcher.Ask(new CheckXml(xml), ct)).Match<IResult>(
            verdict => verdict.Kind == XmlKind.Unreadable
                ? (XmlErrors.NotReadable with { Message = verdict.Findings[0].Text }).ToRestProblem()
                : new RestAnswer<Verdict>(Verdict.Of(verdict)),
            error => error.ToRestProblem());
    }

    static async Task<(byte[]? Xml, Error? Refused)> Body(HttpRequest request, CancellationToken ct)
    {
        try
        {
            if (!request.HasFormContentType) return (await All(request.Body, ct), null);
            var form = await request.ReadFormAsync(ct);
            if (form.Files is not [var file]) return (null, XmlErrors.NotReadable);
            await using var stream = file.OpenReadStream();
            return (await All(stream, ct), null);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, XmlErrors.TooLarge);
        }
        catch (InvalidDataException)
        {
            return (null, XmlErrors.NotReadable);
        }
    }

    static async Task<byte[]> All(Stream stream, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, ct);
        return whole.ToArray();
    }

    /// <summary>Result is ANAF's verdict: valid or broken. Schema_checked says whether the UBL schemas were asked as well as the rules.</summary>
    sealed record Verdict(string Kind, string? Number, string Result, bool SchemaChecked, IReadOnlyList<Finding> Findings)
    {
        public static Verdict Of(XmlVerdict verdict) => new(
            verdict.Kind == XmlKind.CreditNote ? "credit_note" : "invoice", verdict.Number, verdict.IsValid ? "valid" : "broken", verdict.SchemaChecked, [.. verdict.Findings.Select(Finding.Of)]);
    }

    /// <summary>Severity is fatal (ANAF refuses it), warning, or advice (beyond the official check). Line 0 is unknown.</summary>
    sealed record Finding(string Rule, string Severity, string Text, string Cure, string? Term, string? TermName, string Location, int Line)
    {
        public static Finding Of(XmlFinding finding) => new(
            finding.Rule, finding.Severity.ToString().ToLowerInvariant(), finding.Text, finding.Cure, finding.Term, finding.TermName, finding.Location, finding.Line);
    }
}

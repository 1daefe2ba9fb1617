using System.Text;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>The only place that writes an ANAF address. A missing /prod/FCTEL/rest or an RO in the cif answers 403.</summary>
static class AnafAddresses
{
    public static Uri Upload(FiscalAccount account, FiscalSubmission submission)
    {
        List<(string, string)> query =
        [
            ("standard", submission.Standard == FiscalStandard.CreditNote ? "CN" : "UBL"),
            ("cif", account.TaxId),
        ];
        if (submission.Foreign) query.Add(("extern", "DA"));
        if (submission.SelfBilled) query.Add(("autofactura", "DA"));
        if (submission.Enforcement) query.Add(("executare", "DA"));
        return Filing(account, submission.ToConsumer ? "uploadb2c" : "upload", query);
    }

    public static Uri Answer(FiscalAccount account) => Filing(account, "upload", [("standard", "RASP"), ("cif", account.TaxId)]);

    /// <summary>Without /DA, which skips the rules and is watched more sternly by the firewall. The public host knows prod alone: test answers 404.</summary>
    public static Uri Print(Uri host, bool isCreditNote) => At(host, $"prod/FCTEL/rest/transformare/{(isCreditNote ? "FCN" : "FACT1")}", []);

    public static Uri Seal(Uri host) => At(host, "api/validate/signature", []);

    public static Uri Status(FiscalAccount account, string index) =>
        Filing(account, "stareMesaj", [("id_incarcare", index)]);

    public static Uri List(FiscalAccount account, DateTimeOffset from, DateTimeOffset to, int page) =>
        Filing(account, "listaMesajePaginatieFactura",
        [
            ("startTime", from.ToUnixTimeMilliseconds().ToString("D", null)),
            ("endTime", to.ToUnixTimeMilliseconds().ToString("D", null)),
            ("cif", account.TaxId),
            ("pagina", page.ToString("D", null)),
        ]);

    public static Uri Download(FiscalAccount account, string id) => Filing(account, "descarcare", [("id", id)]);

    public static Uri Hello(FiscalAccount account) => At(account.BaseAddress, "TestOauth/jaxrs/hello", [("name", "InvoiceSync")]);

    public static Uri Token(FiscalApp app) => At(app.BaseAddress, "anaf-oauth2/v1/token", []);

    public static Uri Authorize(FiscalApp app, Uri redirect, string state) =>
        At(app.BaseAddress, "anaf-oauth2/v1/authorize",
        [
            ("response_type", "code"),
            ("client_id", app.ClientId),
            ("redirect_uri", redirect.OriginalString),
            ("token_content_type", "jwt"),
            ("state", state),
        ]);

    static Uri Filing(FiscalAccount account, string call, List<(string, string)> query) =>
        At(account.BaseAddress, $"{(account.Test ? "test" : "prod")}/FCTEL/rest/{call}", query);

    static Uri At(Uri host, string path, List<(string Name, string Value)> query)
    {
        var text = new StringBuilder(host.GetLeftPart(UriPartial.Path).TrimEnd('/')).Append('/').Append(path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new Uri(text.ToString());
    }
}

using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Customers;

/// <summary>/api/anaf: what ANAF's public register says of a company, and whether a CUI is one.</summary>
static class CompanyDataApi
{
    public static void MapCompanyDataApi(this RouteGroupBuilder api)
    {
        var anaf = api.MapGroup("/anaf").WithTags("Companies");
        anaf.MapPost("/validate-cui", Validate).Describe<Verdict>("validate_cui", "Whether a CUI has a right check digit and stands in ANAF's register");
        anaf.MapGet("/company/{cui}", Show).Describe<Company>("get_company", "A company by its CUI, from ANAF's register", 400, 404, 503);
    }

    static async Task<IResult> Show(string cui, IDispatcher dispatcher, CancellationToken ct) =>
        (await dispatcher.Send(new FindCompany(cui), ct)).Match<IResult>(company => TypedResults.Ok(Company.Of(company)), error => error.ToProblem());

    // The check digit is our own affair: it is judged while the register is away, too.
    static async Task<IResult> Validate(string? cui, IDispatcher dispatcher, CancellationToken ct)
    {
        var isCui = Cui.TryParse(cui, out var read);
        if (!isCui) return TypedResults.Ok(new Verdict(Cui.Normalize(cui), false, false, null, "cui.invalid", null));
        var answer = await dispatcher.Send(new FindCompany(read.Digits), ct);
        return answer.Match<IResult>(
            company => TypedResults.Ok(new Verdict(company.Cui, true, true, true, company.IsInactive ? "company.inactive" : null, Company.Of(company))),
            error => error.Kind switch
            {
                ErrorKind.NotFound => TypedResults.Ok(new Verdict(read.Digits, false, true, false, error.Code, null)),
                ErrorKind.Unavailable => TypedResults.Ok(new Verdict(read.Digits, true, true, null, error.Code, null)),
                _ => error.ToProblem(),
            });
    }

    /// <summary>Registered is null while the register cannot be asked; then valid speaks of the check digit alone.</summary>
    sealed record Verdict(string? Cui, bool Valid, bool CheckDigit, bool? Registered, string? Reason, Company? Company);

    sealed record Company(
        string Cui,
        string Name,
        string Address,
        string? RegistrationNumber,
        bool VatPayer,
        DateOnly? VatRegistrationDate,
        bool Inactive,
        bool VatOnCash,
        bool SplitVat,
        DateOnly AsOf)
    {
        public static Company Of(CompanyRecord it) =>
            new(it.Cui, it.Name, it.Address, it.RegistrationNumber, it.IsVatPayer, it.VatSince, it.IsInactive, it.IsVatOnCash, it.IsSplitVat, it.AsOf);
    }
}

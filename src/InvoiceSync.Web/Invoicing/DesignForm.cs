using InvoiceSync.Invoicing;

namespace InvoiceSync.Web.Invoicing;

/// <summary>The design page's fields.</summary>
sealed class DesignForm
{
    public string? Layout { get; set; }

    public string? Accent { get; set; }

    public string? Footer { get; set; }

    public string? Language { get; set; }

    public string? Account { get; set; }

    public string? Iban { get; set; }

    public string? Bank { get; set; }

    public string? Logo { get; set; }

    public string? Html { get; set; }

    public string? Css { get; set; }

    public bool IsOwn => Layout == nameof(InvoiceLayout.Own);

    public static DesignForm Of(InvoiceDesign design) => new()
    {
        Layout = design.Layout.ToString(),
        Accent = design.Accent,
        Footer = design.Footer,
        Language = design.Language.ToString(),
        Account = design.Account.ToString(),
        Iban = design.Iban,
        Bank = design.Bank,
        Logo = design.Logo,
        Html = design.Html,
        Css = design.Css,
    };

    public InvoiceDesign Read() => new()
    {
        Layout = Chosen<InvoiceLayout>(Layout),
        Accent = Accent?.Trim() ?? "",
        Footer = Given(Footer),
        Language = Chosen<DocumentLanguage>(Language),
        Account = Chosen<AccountShown>(Account),
        Iban = Given(Iban),
        Bank = Given(Bank),
        Logo = Logo,
        Html = Html,
        Css = Css,
    };

    static T Chosen<T>(string? name) where T : struct, Enum => Enum.TryParse<T>(name, out var chosen) ? chosen : default;

    static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

namespace InvoiceSync.Invoicing;

/// <summary>How a company's invoices look on paper. Each save is a version of its own; an invoice keeps the one of the day it was made.</summary>
public sealed record InvoiceDesign
{
    public const string UsualAccent = "#1F4E79";

    public InvoiceLayout Layout { get; init; }

    /// <summary>#RRGGBB.</summary>
    public string Accent { get; init; } = UsualAccent;

    /// <summary>Printed at the end, at most 500 characters.</summary>
    public string? Footer { get; init; }

    public DocumentLanguage Language { get; init; }

    public AccountShown Account { get; init; }

    /// <summary>For AccountShown.Other.</summary>
    public string? Iban { get; init; }

    public string? Bank { get; init; }

    /// <summary>Names a picture kept by KeepLogo: the SHA-256 of its bytes, in hex.</summary>
    public string? Logo { get; init; }

    /// <summary>The company's own page, for InvoiceLayout.Own: HTML with Handlebars, and its style sheet.</summary>
    public string? Html { get; init; }

    public string? Css { get; init; }
}

/// <summary>The designs there are, and the company's own.</summary>
public enum InvoiceLayout
{
    Classic,
    Modern,
    Compact,
    Own,
}

/// <summary>What a document is written in. ByBuyer is Romanian for buyers in Romania, both languages for all others.</summary>
public enum DocumentLanguage
{
    ByBuyer,
    Romanian,
    English,
    Both,
}

/// <summary>The bank account on the paper: the one the invoice was issued with, another one, or none.</summary>
public enum AccountShown
{
    OfInvoice,
    Other,
    None,
}

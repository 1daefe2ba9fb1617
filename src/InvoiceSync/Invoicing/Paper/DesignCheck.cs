using System.Text.RegularExpressions;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>A design as it may be printed; refused at the first field that is not in order.</summary>
static partial class DesignCheck
{
    const int LongestFooter = 500;
    const int LongestBank = 100;

    public static InvoiceDesign Of(InvoiceDesign design, PaperTemplates templates)
    {
        Rule.Require(Colour().IsMatch(design.Accent), DesignErrors.AccentWrong);
        Rule.Require((design.Footer?.Length ?? 0) <= LongestFooter, DesignErrors.FooterLong);
        Rule.Require((design.Bank?.Length ?? 0) <= LongestBank, DesignErrors.BankLong);
        var iban = design.Account == AccountShown.Other ? Iban.Normalize(design.Iban ?? "") : null;
        Rule.Require(iban is null || Iban.IsValid(iban), DesignErrors.IbanWrong);
        var own = design.Layout == InvoiceLayout.Own;
        if (own)
        {
            TemplateRules.Check(design.Html, design.Css);
            // What cannot be filled with an invoice now could not be printed later.
            PaperShell.Draw(templates, SampleDocument.Of(null), design, null, null);
        }

        return design with { Iban = iban, Bank = iban is null ? null : design.Bank, Html = own ? design.Html : null, Css = own ? design.Css : null };
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Colour();
}

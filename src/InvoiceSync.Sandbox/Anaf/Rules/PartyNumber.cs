namespace InvoiceSync.Sandbox.Anaf.Rules;

static class PartyNumber
{
    /// <summary>The party's company number without prefix: its VAT or tax registration, else a numeric legal identifier.</summary>
    public static string? Of(Ubl? party)
    {
        if (party is null) return null;
        var registered = party.All("PartyTaxScheme/CompanyID").Select(id => id.Root.Value).FirstOrDefault();
        if (registered is not null) return Cui.Digits(registered);
        var legal = party.Text("PartyLegalEntity/CompanyID");
        return legal is not null && Cui.Digits(legal).All(char.IsAsciiDigit) ? Cui.Digits(legal) : legal;
    }
}

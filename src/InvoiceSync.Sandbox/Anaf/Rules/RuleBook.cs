namespace InvoiceSync.Sandbox.Anaf.Rules;

/// <summary>
/// The structure, then the rules of EN 16931 and CIUS-RO that invoices trip over in practice. A file with a structural fault
/// is not judged further, as the real one does not get past its schemas.
/// </summary>
static class RuleBook
{
    public static IEnumerable<string> Check(Ubl document)
    {
        if (Structure.Fault(document) is { } fault) return [fault];
        return HeaderRules.Check(document)
            .Concat(PartyRules.Check(document))
            .Concat(AmountRules.Check(document))
            .Concat(TaxRules.Check(document))
            .Concat(LineRules.Check(document))
            .Select(broken => $"E: validari globale  SCHEMATRON   eroare: [{broken.Rule}]-{broken.Words}");
    }
}

readonly record struct Broken(string Rule, string Words);

namespace InvoiceSync.Fiscal;

/// <summary>How large ANAF holds a taxpayer to be: the fines for filing late follow from it. Other is everybody neither large nor medium.</summary>
public enum CompanySize
{
    Other,
    Medium,
    Large,
}

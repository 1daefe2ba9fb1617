using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>What importing a file would do: how many customers it would make, which rows have to be put right first, and which are here already.</summary>
public sealed record CustomerImportPlan(int Rows, int New, IReadOnlyList<CustomerImportPlan.Fault> Faults, IReadOnlyList<CustomerImportPlan.Twin> Twins)
{
    /// <summary>A table with every column and a company and a person in it.</summary>
    public static string Example => CustomerTable.Write(
    [
        new()
        {
            Name = "Exemplu SRL",
            TaxId = "RO18547290",
            RegistrationNumber = "J12/345/2020",
            Email = "facturi@exemplu.ro",
            BillingAddress = new("Str. Memorandumului 1", null, "Cluj-Napoca", "400114", "Cluj", "RO"),
            Contacts = [new("Ana Pop", "ana@exemplu.ro")],
            PaymentTermDays = 30,
        },
        new()
        {
            Kind = BuyerKind.Individual,
            Name = "Ion Ionescu",
            BillingAddress = new("Bd. Unirii 1", null, "Sector 3", "030119", "București", "RO"),
        },
    ]);

    /// <summary>Line counts from 1 at the top of the file.</summary>
    public sealed record Fault(int Line, string Name, Error Error);

    /// <summary>A row with the tax number or e-mail of a customer who is here, or of an earlier row: then Customer is null.</summary>
    public sealed record Twin(int Line, string Name, CustomerId? Customer);
}

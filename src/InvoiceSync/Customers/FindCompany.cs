using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>One company of ANAF's register by its CUI, in any spelling; what was asked within a day is not asked again.</summary>
[Requires("customer.read")]
public sealed record FindCompany(string Cui) : IProcess<CompanyRecord>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<FindCompany, CompanyRecord>
    {
        public async Task<CompanyRecord> Handle(FindCompany command, CancellationToken ct)
        {
            var answer = (await dispatcher.Send(new FindCompanies([command.Cui]), ct)).OrThrow();
            Rule.Require(answer.Wrong.Count == 0, RegistryErrors.CuiWrong);
            return Rule.Found(answer.Found.SingleOrDefault(), RegistryErrors.NotFound);
        }
    }
}

using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Customers;

/// <summary>
/// Looks companies up in ANAF's register, a hundred at a time; what was asked within a day is not asked again. Numbers that
/// cannot be a CUI are sorted out before. Refused as unavailable when the register does not answer.
/// </summary>
[Requires("customer.read")]
public sealed record FindCompanies(IReadOnlyList<string> Cuis) : IProcess<FindCompanies.View>
{
    /// <summary>Missing and Wrong are as typed: not in the register, and not a CUI.</summary>
    public sealed record View(IReadOnlyList<CompanyRecord> Found, IReadOnlyList<string> Missing, IReadOnlyList<string> Wrong);

    internal sealed class Handler(IDispatcher dispatcher, [FromKeyedServices("anaf-registry")] ICompanyRegistry registry, ProviderHosts hosts, TimeProvider time) : IHandle<FindCompanies, View>
    {
        const int Most = 1000;
        static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

        public async Task<View> Handle(FindCompanies command, CancellationToken ct)
        {
            Rule.Require(command.Cuis.Count <= Most, RegistryErrors.TooMany);
            var read = command.Cuis.Select(text => (Text: text, Is: Cui.TryParse(text, out var cui), Cui: cui)).ToList();
            var asked = read.Where(c => c.Is).Select(c => c.Cui).Distinct().ToList();

            var known = (await dispatcher.Ask(new KeptCompanies([.. asked.Select(c => c.Digits)], time.GetUtcNow() - Fresh), ct)).OrThrow().ToDictionary(c => c.Cui);
            foreach (var few in asked.Where(c => !known.ContainsKey(c.Digits)).Chunk(ICompanyRegistry.MostAtOnce))
                foreach (var company in await Ask(few, ct)) known[company.Cui] = company;
            return new(
                [.. asked.Where(c => known.ContainsKey(c.Digits)).Select(c => known[c.Digits])],
                [.. read.Where(c => c.Is && !known.ContainsKey(c.Cui.Digits)).Select(c => c.Text)],
                [.. read.Where(c => !c.Is).Select(c => c.Text)]);
        }

        async Task<IReadOnlyList<CompanyRecord>> Ask(Cui[] few, CancellationToken ct)
        {
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var answer = await registry.Ask(hosts.Of(tenant.Mode, "anaf-registry"), few, tenant.DateOf(time.GetUtcNow()), ct);
            if (answer is not RegistryAnswer.Found { Companies: var companies })
                throw new RuleBrokenException(RegistryErrors.Away(answer is RegistryAnswer.Unavailable { Why: var why } ? why : "It is asked too often."));
            await dispatcher.Send(new KeepCompanies(companies), ct); // kept for the next time; this answer holds without
            return companies;
        }
    }
}

using InvoiceSync.Kernel.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Tests.Access;

public sealed class PasswordCostTests
{
    // What OWASP asks of PBKDF2 with SHA-512. Portals under test set less, so nothing else would notice it missing.
    [Fact]
    public void A_stolen_hash_costs_two_hundred_and_ten_thousand_rounds_a_guess()
    {
        var options = new ServiceCollection().AddInvoiceSync().BuildServiceProvider().GetRequiredService<IOptions<PasswordHasherOptions>>();
        Assert.InRange(options.Value.IterationCount, 210_000, int.MaxValue);
    }
}

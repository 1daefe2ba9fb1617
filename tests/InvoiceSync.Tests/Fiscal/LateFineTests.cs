using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Fiscal;

public sealed class LateFineTests
{
    [Theory]
    [InlineData(CompanySize.Other, 1_000, 2_500)]
    [InlineData(CompanySize.Medium, 2_500, 5_000)]
    [InlineData(CompanySize.Large, 5_000, 10_000)]
    public void Being_late_costs_by_the_size_of_the_company(CompanySize size, decimal least, decimal most) => Assert.Equal(new LateFine(least, most), LateFine.Of(size));
}

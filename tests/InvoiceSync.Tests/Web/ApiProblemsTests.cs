using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Tests.Web;

public sealed class ApiProblemsTests
{
    [Theory]
    [InlineData(ErrorKind.Invalid, 400)]
    [InlineData(ErrorKind.Refused, 422)]
    [InlineData(ErrorKind.NotFound, 404)]
    [InlineData(ErrorKind.Forbidden, 403)]
    [InlineData(ErrorKind.Conflict, 409)]
    [InlineData(ErrorKind.Unavailable, 503)]
    public void Each_kind_of_refusal_has_its_status(ErrorKind kind, int status)
    {
        var problem = new Error("thing.refused", "Why.", kind).ToProblem();

        Assert.Equal(status, problem.StatusCode);
        Assert.Equal("/docs/errors#thing.refused", problem.ProblemDetails.Type);
        Assert.Equal("thing.refused", problem.ProblemDetails.Extensions["code"]);
        Assert.False(problem.ProblemDetails.Extensions.ContainsKey("field"));
    }

    [Fact]
    public void No_kind_was_forgotten() =>
        Assert.Equal(Enum.GetValues<ErrorKind>().Length, Enum.GetValues<ErrorKind>().Select(ApiProblems.StatusOf).Distinct().Count());

    [Fact]
    public void A_field_is_named_as_the_caller_wrote_it()
    {
        var error = Error.Invalid("thing.invalid", "Why.", "TaxId");

        Assert.Equal("tax_id", error.ToProblem().ProblemDetails.Extensions["field"]);
        Assert.Equal("customer_tax_id", error.Named(("TaxId", "customer_tax_id")).ToProblem().ProblemDetails.Extensions["field"]);
    }
}

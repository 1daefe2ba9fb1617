using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Kernel;

public sealed class ResultTests
{
    static readonly Error No = Error.Refused("thing.refused", "No.");

    [Fact]
    public void A_value_is_an_answer()
    {
        Result<int> answer = 5;
        Assert.True(answer.IsOk);
        Assert.Equal(5, answer.OrThrow());
        Assert.Equal("5", answer.Match(value => $"{value}", error => error.Code));
    }

    [Fact]
    public void A_refusal_is_an_answer_too_and_throws_only_where_work_cannot_go_on()
    {
        Result<int> answer = No;
        Assert.False(answer.IsOk);
        Assert.Equal("thing.refused", answer.Match(value => $"{value}", error => error.Code));
        Assert.Equal(No, Assert.Throws<RuleBrokenException>(() => answer.OrThrow()).Error);
    }

    [Fact]
    public void A_rule_that_holds_says_nothing()
    {
        Rule.Require(true, No);
        Assert.Equal("x", Rule.Found("x", No));
    }

    [Fact]
    public void A_broken_rule_carries_its_error()
    {
        Assert.Equal(No, Assert.Throws<RuleBrokenException>(() => Rule.Require(false, No)).Error);
        Assert.Equal(No, Assert.Throws<RuleBrokenException>(() => Rule.Found<string>(null, No)).Error);
    }

    [Theory]
    [InlineData(ErrorKind.Invalid)]
    [InlineData(ErrorKind.Refused)]
    [InlineData(ErrorKind.NotFound)]
    [InlineData(ErrorKind.Forbidden)]
    [InlineData(ErrorKind.Conflict)]
    [InlineData(ErrorKind.Unavailable)]
    public void Each_kind_of_error_is_made_by_the_method_of_its_name(ErrorKind kind)
    {
        var make = typeof(Error).GetMethod($"{kind}")!;
        object?[] arguments = make.GetParameters().Length == 3 ? ["a.b", "m", "F"] : ["a.b", "m"];
        Assert.Equal(kind, ((Error)make.Invoke(null, arguments)!).Kind);
    }
}

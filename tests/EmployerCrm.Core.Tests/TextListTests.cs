using System.Text.Json;

namespace EmployerCrm.Core.Tests;

public sealed class TextListTests
{
    [Fact]
    public void A_list_is_equal_to_another_with_the_same_texts()
    {
        TextList list = ["one", " two\nthree ", "", "four"];
        Assert.Equal(["one", "two three", "four"], list);
        Assert.Equal(list, TextList.FromLines("one\n\ntwo three\r\nfour\n"));
        Assert.Equal(list.GetHashCode(), TextList.FromLines(list.ToLines()).GetHashCode());
        Assert.NotEqual(list, ["four", "one"]);
        Assert.Equal(default, TextList.FromLines(" \n "));
        Assert.Null(default(TextList).ToLines());
    }

    [Fact]
    public void A_list_survives_as_JSON()
    {
        TextList list = ["Café \"No 1\"", "b"];
        Assert.Equal(list, JsonSerializer.Deserialize<TextList>(JsonSerializer.Serialize(list)));
        Assert.Equal(default, JsonSerializer.Deserialize<TextList>(JsonSerializer.Serialize(default(TextList))));
    }
}

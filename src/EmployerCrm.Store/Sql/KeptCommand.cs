using System.Data.Common;
using Dapper;

namespace EmployerCrm.Store.Sql;

/// <summary>A command of one SQLite connection with its prepared statement, and how its rows become records.</summary>
internal sealed class KeptCommand(DbCommand command)
{
    /// <summary>What the driver says of a column that has neither a type of its own nor a value; no table here has a column of this type.</summary>
    private const string NoType = "BLOB";

    private Type? _type;
    private Func<DbDataReader, object>? _parser;

    public DbCommand Command => command;

    /// <summary>
    /// The parser for the row that the reader stands on. Dapper asks for every column's name and type each time it is asked for one; of one statement they
    /// do not change, save where a value that was computed is null: SQLite cannot tell the type of that.
    /// </summary>
    public Func<DbDataReader, object> Parser(DbDataReader reader, Type type)
    {
        if (_parser is { } kept && _type == type)
            return kept;
        var parser = reader.GetRowParser(type);
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (reader.IsDBNull(column) && reader.GetDataTypeName(column) == NoType)
                return parser;
        }

        (_parser, _type) = (parser, type);
        return parser;
    }
}

import { describe, expect, it } from 'vitest'
import { answer } from '../terraform.testing.ts'

const CONTEXT = `
variable "open" {}
variable "name" { default = "shop" }
variable "none" { default = null }
variable "ports" { default = [80, 443] }
variable "tags" {
  default = { team = "a", env = "prod" }
}
variable "typed" {
  type    = object({ a = string, b = optional(number, 3), c = optional(bool) })
  default = { a = 1 }
}
locals {
  twice = "\${var.name}-\${var.name}"
  list  = [for port in var.ports : port + 1]
}
data "aws_ami" "it" { owners = ["self"] }
resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "two" {
  count      = 2
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
}
resource "aws_subnet" "named" {
  for_each   = { a = "10.1.0.0/24", b = "10.2.0.0/24" }
  cidr_block = each.value
}
resource "aws_subnet" "some" { count = var.open }
`

describe('an expression', () => {
  it.each([
    ['1 + 2 * 3 - 4 / 2', 5],
    ['7 % 3 == 1 && !false || var.open', true],
    ['var.open && false', false],
    ['var.name', 'shop'],
    ['local.twice', 'shop-shop'],
    ['local.list', [81, 444]],
    ['var.none == null ? "unset" : var.none', 'unset'],
    ['var.tags.env', 'prod'],
    ['var.tags["team"]', 'a'],
    ['var.ports[1]', 443],
    ['var.ports.0', 80],
    ['var.typed', { a: '1', b: 3, c: null }],
    ['[for p in var.ports : p if p > 80]', [443]],
    ['{ for k, v in var.tags : v => k }', { a: 'team', prod: 'env' }],
    ['{ for p in [1, 2, 1] : "n${p}" => p... }', { n1: [1, 1], n2: [2] }],
    ['"%{ if true }yes%{ else }no%{ endif }"', 'yes'],
    ['"%{ for p in var.ports }${p},%{ endfor }"', '80,443,'],
    ['aws_subnet.two[*].cidr_block', ['10.0.0.0/24', '10.0.1.0/24']],
    ['aws_subnet.two.*.cidr_block[0]', '10.0.0.0/24'],
    ['aws_subnet.named["b"].cidr_block', '10.2.0.0/24'],
    ['{ for k, s in aws_subnet.named : k => s.cidr_block }.a', '10.1.0.0/24'],
    ['"text"[*]', ['text']],
    ['var.none[*]', []],
    ['data.aws_ami.it.owners', ['self']],
    ['var.open ? 1 : 1', 1],
    ['path.module', '.'],
    ['-var.ports[0]', -80],
    ['max(var.ports...)', 443],
  ])('%s is known', (expression, value) => {
    expect(answer(expression, CONTEXT)).toEqual(value)
  })

  // Each stands as a placeholder, and names what it refers to where that is one thing.
  it.each([
    ['var.open', '${var.open}'],
    ['aws_vpc.main.id', '${aws_vpc.main.id}'],
    ['resource.aws_vpc.main.id', '${aws_vpc.main.id}'],
    ['aws_subnet.two[1].id', '${aws_subnet.two[1].id}'],
    ['aws_subnet.two[*].id', ['${aws_subnet.two[0].id}', '${aws_subnet.two[1].id}']],
    ['aws_subnet.named["a"].id', '${aws_subnet.named["a"].id}'],
    ['aws_subnet.some[0].id', '${aws_subnet.some[*].id}'],
    ['aws_subnet.some[*].id', '${aws_subnet.some[*].id}'],
    ['join("", aws_vpc.main[*].id)', '${aws_vpc.main.id}'],
    ['one(aws_subnet.some[*].id)', '${aws_subnet.some[*].id}'],
    ['try(aws_vpc.main.id, "")', '${aws_vpc.main.id}'],
    ['coalesce(var.none, "", aws_vpc.main.id)', '${aws_vpc.main.id}'],
    ['element(concat(aws_vpc.main[*].id, [""]), 0)', '${aws_vpc.main.id}'],
    ['data.aws_ami.it.image_id', '${data.aws_ami.it.image_id}'],
    ['"arn:${aws_vpc.main.id}:x"', 'arn:${aws_vpc.main.id}:x'],
    ['format("%s/%s", "a", aws_vpc.main.id)', 'a/${aws_vpc.main.id}'],
    ['jsonencode({ id = aws_vpc.main.id })', '{"id":"${aws_vpc.main.id}"}'],
    ['var.open == 1', '${var.open == 1}'],
    ['var.open ? "a" : "b"', '${var.open ? "…" : "…"}'],
    ['[for p in var.open : p]', '${[for p in var.open : p]}'],
    ['timestamp()', '${timestamp()}'],
    ['uuid()', '${uuid()}'],
    ['regex("(a+)+b", var.name)', '${regex("…", var.name)}'],
    ['nobody(1)', '${nobody(1)}'],
    ['sensitive("hunter2")', '${sensitive("…")}'],
    ['terraform.workspace', '${terraform.workspace}'],
    ['merge(var.tags, var.open)', '${merge(var.tags, var.open)}'],
    ['var.tags.missing', '${var.tags.missing}'],
    ['1 / 0', '${1 / 0}'],
    ['9007199254740993 + 1', '${9007199254740993 + 1}'],
    ['var.open[0].name', '${var.open[0].name}'],
  ])('%s cannot be told', (expression, value) => {
    expect(answer(expression, CONTEXT)).toEqual(value)
  })
})

describe('a function', () => {
  it.each([
    ['abs(-1)', 1],
    ['ceil(1.2)', 2],
    ['floor(1.8)', 1],
    ['pow(2, 10)', 1024],
    ['signum(-3)', -1],
    ['sum([1, 2, 3])', 6],
    ['min(3, 1, 2)', 1],
    ['parseint("ff", 16)', 255],
    ['length("añ")', 2],
    ['concat([1], [2, 3])', [1, 2, 3]],
    ['merge({ a = 1 }, null, { a = 2, b = 3 })', { a: 2, b: 3 }],
    ['lookup({ a = 1 }, "b", 2)', 2],
    ['element(["a", "b"], 3)', 'b'],
    ['keys({ b = 1, a = 2 })', ['a', 'b']],
    ['values({ b = 1, a = 2 })', [2, 1]],
    ['contains(["a"], "a")', true],
    ['index(["a", "b"], "b")', 1],
    ['distinct([1, 1, 2])', [1, 2]],
    ['flatten([[1], [[2, 3]], []])', [1, 2, 3]],
    ['reverse([1, 2])', [2, 1]],
    ['slice([1, 2, 3], 1, 3)', [2, 3]],
    ['chunklist([1, 2, 3], 2)', [[1, 2], [3]]],
    ['sort(["b", "a"])', ['a', 'b']],
    ['compact(["a", "", null])', ['a']],
    ['coalesce(null, "", "b")', 'b'],
    ['coalescelist([], [1])', [1]],
    ['one([])', undefined],
    ['range(1, 6, 2)', [1, 3, 5]],
    ['range(3)', [0, 1, 2]],
    ['zipmap(["a", "b"], [1, 2])', { a: 1, b: 2 }],
    ['alltrue([true, "true"])', true],
    ['anytrue([false])', false],
    ['setunion(["b"], ["a", "b"])', ['a', 'b']],
    ['setintersection(["a", "b"], ["b"])', ['b']],
    ['setsubtract(["a", "b"], ["b"])', ['a']],
    [
      'setproduct(["a"], [1, 2])',
      [
        ['a', 1],
        ['a', 2],
      ],
    ],
    ['matchkeys([1, 2], ["a", "b"], ["b"])', [2]],
    ['transpose({ a = ["x", "y"], b = ["x"] })', { x: ['a', 'b'], y: ['a'] }],
    ['format("%-4s|%03d|%.2f|%q|%%", "a", 7, 1.5, "b")', 'a   |007|1.50|"b"|%'],
    ['formatlist("%s-%s", ["a", "b"], "c")', ['a-c', 'b-c']],
    ['join(",", ["a", 1, true])', 'a,1,true'],
    ['split(",", "a,b")', ['a', 'b']],
    ['replace("a.b.c", ".", "-")', 'a-b-c'],
    ['lower("A")', 'a'],
    ['upper("a")', 'A'],
    ['title("two words")', 'Two Words'],
    ['trimspace(" a ")', 'a'],
    ['chomp("a\\n")', 'a'],
    ['trim("--a--", "-")', 'a'],
    ['trimprefix("v1", "v")', '1'],
    ['trimsuffix("a.tf", ".tf")', 'a'],
    ['startswith("ab", "a")', true],
    ['endswith("ab", "a")', false],
    ['strcontains("abc", "b")', true],
    ['strrev("ab")', 'ba'],
    ['indent(2, "a\\nb")', 'a\n  b'],
    ['substr("hello", 1, 3)', 'ell'],
    ['substr("hello", -2, -1)', 'lo'],
    ['basename("a/b.txt")', 'b.txt'],
    ['dirname("a/b.txt")', 'a'],
    ['jsonencode({ b = [1, "<"], a = null })', '{"a":null,"b":[1,"\\u003c"]}'],
    ['jsondecode("{\\"a\\": [1]}")', { a: [1] }],
    ['yamlencode({ a = [1, { b = "c" }], d = {} })', '"a":\n- 1\n- "b": "c"\n"d": {}\n'],
    ['yamldecode("a: [1, b]")', { a: [1, 'b'] }],
    ['base64encode("hi")', 'aGk='],
    ['base64decode("aGk=")', 'hi'],
    ['urlencode("a b&c")', 'a+b%26c'],
    ['md5("a")', '0cc175b9c0f1b6a831c399e269772661'],
    ['sha1("a")', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
    ['cidrhost("10.0.0.0/24", 5)', '10.0.0.5'],
    ['cidrhost("10.0.0.0/24", -1)', '10.0.0.255'],
    ['cidrhost("fd00::/64", 1)', 'fd00::1'],
    ['cidrnetmask("10.0.0.0/12")', '255.240.0.0'],
    ['cidrsubnet("10.0.0.0/16", 8, 3)', '10.0.3.0/24'],
    ['cidrsubnet("fd00::/48", 16, 162)', 'fd00:0:0:a2::/64'],
    [
      'cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)',
      ['10.1.0.0/20', '10.1.16.0/20', '10.1.32.0/24', '10.1.48.0/20'],
    ],
    ['tostring(1.50)', '1.5'],
    ['tonumber("2")', 2],
    ['tobool("true")', true],
    ['toset(["b", "a", "b"])', ['a', 'b']],
    ['tolist(["a"])', ['a']],
    ['tomap({ a = 1 })', { a: 1 }],
    ['try({ a = 1 }.b, "none")', 'none'],
    ['can({ a = 1 }.b)', false],
    ['can({ a = 1 }.a)', true],
    ['nonsensitive("a")', 'a'],
  ])('%s gives what Terraform gives', (expression, value) => {
    expect(answer(expression)).toEqual(value)
  })
})

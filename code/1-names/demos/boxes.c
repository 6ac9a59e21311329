#include <stdint.h>
#include <stdio.h>

static void print_id(const int *box)
{
    printf("%ju\n", (uintmax_t)(uintptr_t)box);
}

int main(void)
{
    int a = 1;
    print_id(&a);
    int b = a;
    print_id(&b);
    a = a + 1;
    print_id(&a);
    int c = 1;
    print_id(&c);
}
